import type VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import { assertNever } from "../../shared/assert-never";
import type { Contact } from "../../shared/contact";
import type { MachineMessage, ScriptStep } from "../../shared/flow";
import type { PhoneNumber } from "../../shared/phone-number";
import { loadSdk } from "./load-sdk";
import { fillIn, valuesOf, type Values } from "./contact-variables";

/** Twilio takes no longer `Twiml` parameter. */
export const MAX_TWIML_LENGTH = 4_000;

export interface ScriptTwiml {
  readonly twiml: string;
  /** Variables that the contact does not have; they are left out of what is said. */
  readonly missingVariables: readonly string[];
}

export interface TwimlContext {
  /** Stands in a comment, so that the call can be told from another; null: no comment. */
  readonly marker: number | null;
  /** Whom a transferred call seems to come from; null: Twilio's choice. */
  readonly callerId: PhoneNumber | null;
}

/** Texts are escaped by Twilio's library: a contact's data cannot become an instruction. */
export function scriptToTwiml(
  steps: readonly ScriptStep[],
  contact: Contact,
  context: TwimlContext,
): ScriptTwiml {
  const response = new (loadSdk().twiml.VoiceResponse)();
  if (context.marker !== null) response.comment(`attempt ${context.marker}`);
  const missing = new Set<string>();
  const values = valuesOf(contact);
  for (const step of steps) addStep(response, step, { values, missing, ...context });
  return { twiml: response.toString(), missingVariables: [...missing] };
}

/** What is done instead of the script where a machine is to be left a message. */
export function stepsForMachines({ text, language }: MachineMessage): readonly ScriptStep[] {
  return [{ kind: "say", text, language }, { kind: "hang_up" }];
}

interface StepContext extends TwimlContext {
  readonly values: Values;
  readonly missing: Set<string>;
}

function addStep(response: VoiceResponse, step: ScriptStep, context: StepContext): void {
  switch (step.kind) {
    case "say":
      say(response, step.text, context, step.language);
      return;
    case "play":
      response.play(step.url);
      return;
    case "pause":
      response.pause({ length: step.seconds });
      return;
    case "gather":
      say(
        response.gather({ input: GATHER_INPUT[step.input], timeout: step.timeoutSeconds }),
        step.text,
        context,
      );
      return;
    case "record":
      say(response, step.text, context);
      response.record({ maxLength: step.maxSeconds });
      return;
    case "transfer":
      response.dial(context.callerId === null ? {} : { callerId: context.callerId }, step.to);
      return;
    case "hang_up":
      response.hangup();
      return;
    default:
      assertNever(step);
  }
}

const GATHER_INPUT: Readonly<
  Record<
    Extract<ScriptStep, { kind: "gather" }>["input"],
    NonNullable<VoiceResponse.GatherAttributes["input"]>
  >
> = {
  digits: ["dtmf"],
  speech: ["speech"],
  "digits-or-speech": ["dtmf", "speech"],
};

/** Nothing is said where nothing is left to say. */
function say(
  parent: { say: VoiceResponse["say"] },
  text: string,
  { values, missing }: StepContext,
  language?: string,
): void {
  const words = withoutControls(fillIn(text, values, missing));
  if (words === "") return;
  if (language === undefined) parent.say(words);
  else parent.say({ language: language as VoiceResponse.SayAttributes["language"] }, words);
}

/** Characters that XML 1.0 cannot hold, not even escaped; a CSV file may hold them. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{C}\t\n\r\p{Cf}\p{Co}\p{Cn}]|\ufffe|\uffff/gu, "");
}
