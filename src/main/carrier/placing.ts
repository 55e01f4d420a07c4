import type { CallOrder, CallReport, Placement } from "../dialing/ports";
import type { InstructionsFor } from "./call-instructions";
import { callSid, reportOf } from "./call-report";
import type { Connection } from "./connection";
import { placementOf } from "./error-classes";
import type { MachineReactions } from "./machine-reactions";
import { orderParameters } from "./order-parameters";
import { failureOf } from "./request-failure";

const NO_INSTRUCTIONS: Placement = {
  kind: "refused",
  fault: {
    kind: "account",
    message: "The flow of the campaign cannot be used. No call was placed.",
    advice: "Open the campaign's flow, check it, then resume the campaign.",
  },
};

/** One request, never repeated: Twilio would place a second call. */
export async function placeCall(
  connection: Connection,
  reactions: MachineReactions,
  instructionsFor: InstructionsFor,
  order: CallOrder,
): Promise<Placement> {
  const prepared = await prepare(instructionsFor, order);
  if (prepared === null) return NO_INSTRUCTIONS;
  if (prepared.kind === "refused") return prepared;
  const tally = connection.tally();
  try {
    const row = await tally.ask((client) => client.calls.create(prepared.parameters));
    const sid = callSid(row);
    // The call exists, but nobody can say under which name.
    if (sid === null) return placementOf({ kind: "unreadable" });
    const report = reportOf(row, connection.clock) ?? justQueued(sid);
    reactions.placed(sid, prepared.onMachine);
    return { kind: "placed", report };
  } catch (thrown) {
    return placementOf(failureOf(thrown));
  }
}

/** Null: the instructions could not be put together. Nothing was sent. */
async function prepare(instructionsFor: InstructionsFor, order: CallOrder) {
  try {
    const instructions = await instructionsFor(order.campaignId, order.contactId);
    return orderParameters(order, instructions);
  } catch {
    return null;
  }
}

/** Of a call whose SID is all that could be read. */
function justQueued(sid: string): CallReport {
  return {
    sid,
    status: "queued",
    createdAt: null,
    startedAt: null,
    endedAt: null,
    durationSeconds: null,
    answeredBy: null,
    failure: null,
  };
}
