import type { CallListInstanceCreateOptions } from "twilio/lib/rest/api/v2010/account/call";
import type { AttemptId } from "../../shared/ids";
import type { CallOrder, Fault } from "../dialing/ports";
import type { CallInstructions } from "./call-instructions";
import { MAX_TWIML_LENGTH, scriptToTwiml } from "./script-to-twiml";

export type OrderParameters =
  | { readonly kind: "parameters"; readonly parameters: CallListInstanceCreateOptions }
  | { readonly kind: "refused"; readonly fault: Fault };

const SECONDS_PER_MINUTE = 60;

/** What is sent to place a call. */
export function orderParameters(order: CallOrder, instructions: CallInstructions): OrderParameters {
  const source = instructionSource(order, instructions);
  if (source.kind === "refused") return source;
  return {
    kind: "parameters",
    parameters: {
      to: order.to,
      from: order.from,
      timeout: order.ringTimeoutSeconds,
      timeLimit: order.callTimeoutMinutes * SECONDS_PER_MINUTE,
      record: true,
      recordingChannels: "dual",
      ...(order.machineDetection === "off" ? {} : { machineDetection: "Enable" }),
      ...source.parameters,
    },
  };
}

type Source =
  | { readonly kind: "source"; readonly parameters: { twiml: string } | { url: string } }
  | { readonly kind: "refused"; readonly fault: Fault };

function instructionSource(order: CallOrder, instructions: CallInstructions): Source {
  if (instructions.kind === "missing") {
    const { message, advice } = instructions;
    return { kind: "refused", fault: { kind: "account", message, advice } };
  }
  const { content, contact } = instructions;
  if (content.kind === "twiml-address") {
    return { kind: "source", parameters: { url: markedAddress(content.url, order.attemptId) } };
  }
  const { twiml } = scriptToTwiml(content.steps, contact, {
    marker: order.attemptId,
    callerId: order.from,
  });
  return twiml.length > MAX_TWIML_LENGTH
    ? { kind: "refused", fault: tooLong(twiml.length) }
    : { kind: "source", parameters: { twiml } };
}

/** The attempt's id goes along, so that the call can be told from another in the carrier's log. */
function markedAddress(address: string, attemptId: AttemptId): string {
  const url = new URL(address);
  url.searchParams.set("pacelineAttempt", String(attemptId));
  return url.href;
}

function tooLong(length: number): Fault {
  return {
    kind: "account",
    message: `The script is too long for this contact: ${length} characters of the ${MAX_TWIML_LENGTH} that Twilio takes. No call was placed.`,
    advice: "Shorten the texts of the campaign's flow, then resume the campaign.",
  };
}
