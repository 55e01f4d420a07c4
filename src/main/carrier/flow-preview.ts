import { assertNever } from "../../shared/assert-never";
import type { Contact } from "../../shared/contact";
import type { FlowContent, FlowPreview, ScriptStep } from "../../shared/flow";
import { formatCount } from "../../shared/format-count";
import type { PhoneNumber } from "../../shared/phone-number";
import { fillIn, valuesOf } from "./contact-variables";
import { inventedContact } from "./invented-contact";
import { MAX_TWIML_LENGTH, scriptToTwiml, stepsForMachines } from "./script-to-twiml";

/** The most that the marker and the caller ID can add, so that what is found good can be sent. */
const LONGEST = { marker: Number.MAX_SAFE_INTEGER, callerId: "+999999999999999" as PhoneNumber };

/** A flow as a contact would hear it; without one as somebody invented, who has every variable. */
export function previewFlow(content: FlowContent, contact: Contact | null): FlowPreview {
  if (content.kind === "twiml-address") {
    const lines = [`Twilio asks ${content.url} what to do.`];
    return { lines, machineLine: null, twiml: null, missingVariables: [], problem: null };
  }
  const { steps, machineMessage } = content;
  const forMachines = machineMessage === undefined ? [] : stepsForMachines(machineMessage);
  const listener = contact ?? inventedContact([...steps, ...forMachines]);
  const words = wordsFor(listener);
  const shown = { marker: null, callerId: null };
  const all = scriptToTwiml([...steps, ...forMachines], listener, shown);
  return {
    lines: steps.map((step) => lineOf(step, words)),
    machineLine: machineMessage === undefined ? null : `Says ${words(machineMessage.text)}`,
    twiml: scriptToTwiml(steps, listener, shown).twiml,
    missingVariables: [...all.missingVariables],
    problem:
      tooLong("The script", steps, listener) ??
      tooLong("The message for machines", forMachines, listener),
  };
}

function tooLong(what: string, steps: readonly ScriptStep[], listener: Contact): string | null {
  const { length } = scriptToTwiml(steps, listener, LONGEST).twiml;
  if (length <= MAX_TWIML_LENGTH) return null;
  const figures = `${formatCount(length)} characters`;
  const most = formatCount(MAX_TWIML_LENGTH);
  return `${what} is too long: it becomes ${figures}, and Twilio takes at most ${most}. Shorten the texts.`;
}

type Words = (text: string) => string;

function wordsFor(contact: Contact): Words {
  const values = valuesOf(contact);
  return (text) => `“${fillIn(text, values, new Set())}”`;
}

const ANSWER_WORDS: Readonly<Record<Extract<ScriptStep, { kind: "gather" }>["input"], string>> = {
  digits: "digits",
  speech: "a spoken answer",
  "digits-or-speech": "digits or a spoken answer",
};

function lineOf(step: ScriptStep, words: Words): string {
  switch (step.kind) {
    case "say":
      return `Says ${words(step.text)}`;
    case "play":
      return `Plays ${step.url}`;
    case "pause":
      return `Waits ${secondsOf(step.seconds)}`;
    case "gather":
      return `Asks ${words(step.text)} and waits ${secondsOf(step.timeoutSeconds)} for ${ANSWER_WORDS[step.input]}`;
    case "record":
      return `Says ${words(step.text)} and records up to ${secondsOf(step.maxSeconds)}`;
    case "transfer":
      return `Transfers the call to ${step.to}`;
    case "hang_up":
      return "Hangs up";
    default:
      return assertNever(step);
  }
}

function secondsOf(count: number): string {
  return count === 1 ? "1 second" : `${count} seconds`;
}
