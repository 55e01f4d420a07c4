import type { CallOrder } from "./call-order";
import type { CallPlan } from "./call-plan";

export interface PracticeCall {
  readonly sid: string;
  /** Epoch milliseconds, as all times here. */
  readonly createdAt: number;
  readonly order: CallOrder;
  readonly plan: CallPlan;
  /** When the caller ended it before its time. */
  readonly stoppedAt: number | null;
  readonly recordingDeleted: boolean;
  /** Instructions that it was given while it went on; null: of an address. */
  readonly newTwiml?: string | null;
}

export type CallStatus =
  "queued" | "ringing" | "in-progress" | "completed" | "busy" | "no-answer" | "canceled" | "failed";

/** A call as it stands at a moment. */
export interface CallMoment {
  readonly status: CallStatus;
  /** When it was dialed. */
  readonly startedAt: number | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  /** Whole seconds from answer to end; null until it has ended. */
  readonly durationSeconds: number | null;
}

/** Depends on nothing but the plan, the stop and `now`: nothing has to happen in between. */
export function momentOf(call: PracticeCall, now: number): CallMoment {
  const { plan } = call;
  const end = Math.min(plan.endedAt, call.stoppedAt ?? Infinity);
  const reached = (moment: number | null) =>
    moment !== null && moment <= now && moment < end ? moment : null;
  const startedAt = reached(plan.dialedAt);
  const answeredAt = reached(plan.answeredAt);

  if (now < end) {
    const status = answeredAt !== null ? "in-progress" : startedAt !== null ? "ringing" : "queued";
    return { status, startedAt, answeredAt, endedAt: null, durationSeconds: null };
  }
  return {
    status: endStatus(call, answeredAt, end),
    startedAt,
    answeredAt,
    endedAt: end,
    durationSeconds: answeredAt === null ? 0 : Math.floor((end - answeredAt) / 1000),
  };
}

function endStatus(call: PracticeCall, answeredAt: number | null, end: number): CallStatus {
  if (answeredAt !== null) return "completed";
  return end < call.plan.endedAt ? "canceled" : call.plan.unansweredStatus;
}

export function hasEnded(moment: CallMoment): boolean {
  return moment.endedAt !== null;
}
