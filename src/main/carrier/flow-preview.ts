import { assertNever } from "../../shared/assert-never";
import type { Contact } from "../../shared/contact";
import type { FlowContent, FlowPreview, ScriptStep } from "../../shared/flow";
import { formatCount } from "../../shared/format-count";
import type { PhoneNumber } from "../../shared/phone-number";
import { fillIn, valuesOf } from "./contact-variables";
import { inventedContact } from "./invented-contact";
import { MAX_TWIML_LENGTH, scriptToTwiml } from "./script-to-twiml";

/** The most that the marker and the caller ID can add, so that what is found good can be sent. */
const LONGEST = { marker: Number.MAX_SAFE_INTEGER, callerId: "+999999999999999" as PhoneNumber };

/** A flow as a contact would hear it; without one as somebody invented, who has every variable. */
export function previewFlow(content: FlowContent, contact: Contact | null): FlowPreview {
  if (content.kind === "twiml-address") {
    const lines = [`Twilio asks ${content.url} what to do.`];
    return { lines, twiml: null, missingVariables: [], problem: null };
  }
  const { steps } = content;
  const listener = contact ?? inventedContact(steps);
  const shown = scriptToTwiml(steps, listener, { marker: null, callerId: null });
  const { length } = scriptToTwiml(steps, listener, LONGEST).twiml;
  return {
    lines: steps.map((step) => lineOf(step, wordsFor(listener))),
    twiml: shown.twiml,
    missingVariables: [...shown.missingVariables],
    problem: length > MAX_TWIML_LENGTH ? tooLong(length) : null,
  };
}

function tooLong(length: number): string {
  const figures = `${formatCount(length)} characters`;
  const most = formatCount(MAX_TWIML_LENGTH);
  return `The script is too long: it becomes ${figures}, and Twilio takes at most ${most}. Shorten the texts.`;
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
