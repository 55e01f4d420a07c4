import { hasEnded, momentOf, type CallMoment, type PracticeCall } from "../call";
import { readCallOrder, wrongInstructions } from "./read-call-order";
import { callResource } from "./call-resource";
import { listPage } from "./page";
import type { PracticeLine } from "./practice-line";
import { json, notFound, refusal, type Reply } from "./reply";
import type { PracticeRequest } from "./request";
import { timeFilter } from "./time-filter";

const REFUSALS: ReadonlyMap<number, string> = new Map([
  [21214, "cannot be reached."],
  [21215, "is in a country that your account is not authorized to call."],
  [21216, "is not allowed to be called from your account."],
  [21217, "is not a valid phone number."],
  [21219, "is unverified. Trial accounts may only make calls to verified numbers."],
]);

export function createCall(line: PracticeLine, request: PracticeRequest): Reply {
  const read = readCallOrder(request.form);
  if (read.kind === "refused") return read.reply;
  const placed = line.exchange.place(read.order);
  if (placed.kind === "refused") {
    const why = REFUSALS.get(placed.code) ?? "cannot be called.";
    return refusal(400, placed.code, `The number ${read.order.to} ${why}`);
  }
  return json(201, callResource(line.accountSid, placed.call, line.clock.now()));
}

export function listCalls(line: PracticeLine, request: PracticeRequest): Reply {
  const now = line.clock.now();
  const { query } = request;
  const asked = (name: string, value: string | null) =>
    !query.get(name) || query.get(name) === value;
  const started = timeFilter(query, "StartTime");
  const ended = timeFilter(query, "EndTime");
  const matches = (call: PracticeCall) => {
    const moment = momentOf(call, now);
    return (
      asked("To", call.order.to) &&
      asked("From", call.order.from) &&
      asked("Status", moment.status) &&
      asked("ParentCallSid", null) &&
      started(moment.startedAt) &&
      ended(moment.endedAt)
    );
  };
  return listPage(request, "calls", line.exchange.calls, matches, (call) =>
    callResource(line.accountSid, call, now),
  );
}

export function fetchCall(line: PracticeLine, request: PracticeRequest, sid: string): Reply {
  const call = line.exchange.call(sid);
  if (call === null) return notFound(request.path);
  return json(200, callResource(line.accountSid, call, line.clock.now()));
}

export function updateCall(line: PracticeLine, request: PracticeRequest, sid: string): Reply {
  const call = line.exchange.call(sid);
  if (call === null) return notFound(request.path);
  const moment = momentOf(call, line.clock.now());
  const status = request.form.get("Status");
  if (status !== null && status !== "canceled" && status !== "completed") {
    return refusal(400, 20001, "Status must be canceled or completed.");
  }
  const wrong = status === null ? wrongInstructions(request.form) : null;
  if (wrong !== null) return wrong;
  if (!isPossible(status, moment)) {
    return refusal(400, 21220, `Call is not in a state to be updated: it is ${moment.status}.`);
  }
  const updated =
    status === null
      ? line.exchange.redirect(call, request.form.get("Twiml"))
      : line.exchange.stop(call);
  return json(200, callResource(line.accountSid, updated, line.clock.now()));
}

/** New instructions need a conversation; cancelling, that nobody has answered yet. */
function isPossible(status: "canceled" | "completed" | null, moment: CallMoment): boolean {
  if (hasEnded(moment)) return false;
  if (status === "completed") return true;
  return status === "canceled" ? moment.answeredAt === null : moment.answeredAt !== null;
}
