import type { CallListInstanceCreateOptions } from "twilio/lib/rest/api/v2010/account/call";
import type { AttemptId } from "../../shared/ids";
import type { CallOrder, Fault } from "../dialing/ports";
import type { CallInstructions } from "./call-instructions";
import type { OnMachine } from "./machine-reactions";
import { MAX_TWIML_LENGTH, scriptToTwiml, stepsForMachines } from "./script-to-twiml";

export type OrderParameters =
  | {
      readonly kind: "parameters";
      readonly parameters: CallListInstanceCreateOptions;
      /** What is to be done once a machine answers; null: nothing. */
      readonly onMachine: OnMachine | null;
    }
  | { readonly kind: "refused"; readonly fault: Fault };

const SECONDS_PER_MINUTE = 60;

/** What is sent to place a call, and what may have to follow. */
export function orderParameters(order: CallOrder, instructions: CallInstructions): OrderParameters {
  if (instructions.kind === "missing") {
    const { message, advice } = instructions;
    return refused({ kind: "account", message, advice });
  }
  const onMachine = reactionTo(order, instructions);
  const source = instructionSource(order, instructions);
  if ("twiml" in source && source.twiml.length > MAX_TWIML_LENGTH) {
    return refused(tooLong("The script", source.twiml.length));
  }
  if (onMachine?.kind === "instructions" && onMachine.twiml.length > MAX_TWIML_LENGTH) {
    return refused(tooLong("The message for machines", onMachine.twiml.length));
  }
  return {
    kind: "parameters",
    onMachine,
    parameters: {
      to: order.to,
      from: order.from,
      timeout: order.ringTimeoutSeconds,
      timeLimit: order.callTimeoutMinutes * SECONDS_PER_MINUTE,
      record: true,
      recordingChannels: "dual",
      ...detection(order),
      ...source,
    },
  };
}

type FlowInstructions = Extract<CallInstructions, { kind: "flow" }>;

function instructionSource(
  order: CallOrder,
  { content, contact }: FlowInstructions,
): { readonly twiml: string } | { readonly url: string } {
  if (content.kind === "twiml-address") {
    return { url: markedAddress(content.url, order.attemptId) };
  }
  return { twiml: scriptToTwiml(content.steps, contact, contextOf(order)).twiml };
}

/** For a message Twilio waits until the greeting of the machine is over. */
function detection({ machineDetection, machineReaction }: CallOrder) {
  if (machineDetection === "off") return {};
  return {
    machineDetection: machineReaction === "leave_message" ? "DetectMessageEnd" : "Enable",
    ...(machineDetection === "meanwhile" ? { asyncAmd: "true" } : {}),
  };
}

function reactionTo(order: CallOrder, { content, contact }: FlowInstructions): OnMachine | null {
  if (order.machineDetection === "off" || order.machineReaction === "talk") return null;
  if (order.machineReaction === "hang_up") return { kind: "hang-up" };
  if (content.kind !== "script" || content.machineMessage === undefined) return null;
  const { twiml } = scriptToTwiml(
    stepsForMachines(content.machineMessage),
    contact,
    contextOf(order),
  );
  return { kind: "instructions", twiml };
}

const contextOf = ({ attemptId, from }: CallOrder) => ({ marker: attemptId, callerId: from });

/** The attempt's id goes along, so that the call can be told from another in the carrier's log. */
function markedAddress(address: string, attemptId: AttemptId): string {
  const url = new URL(address);
  url.searchParams.set("pacelineAttempt", String(attemptId));
  return url.href;
}

const refused = (fault: Fault): OrderParameters => ({ kind: "refused", fault });

function tooLong(what: string, length: number): Fault {
  return {
    kind: "account",
    message: `${what} is too long for this contact: ${length} characters of the ${MAX_TWIML_LENGTH} that Twilio takes. No call was placed.`,
    advice: "Shorten the texts of the campaign's flow, then resume the campaign.",
  };
}
