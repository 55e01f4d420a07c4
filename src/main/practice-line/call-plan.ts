import { between, oneOf, type Chance } from "./chance";
import type { CallOrder } from "./call-order";
import type { PracticeOutcome } from "./mix";

/** The whole life of a call, settled when it is created. Times are epoch milliseconds. */
export interface CallPlan {
  readonly outcome: PracticeOutcome;
  /** Until then it is queued; from then on it rings. */
  readonly dialedAt: number;
  /** Null: nobody answers. */
  readonly answeredAt: number | null;
  readonly endedAt: number;
  /** What it ends as when nobody answers. */
  readonly unansweredStatus: "no-answer" | "busy" | "failed";
  /** Name of the recording of what is said; null: nobody answers. */
  readonly recording: string | null;
  /** The carrier's code for why it failed. */
  readonly errorCode: number | null;
}

/** A recording that a call can be planned with. */
export interface PlannableRecording {
  readonly name: string;
  readonly outcome: PracticeOutcome;
  readonly seconds: number;
}

/**
 * How long it rings before something happens, in seconds. Voicemail takes over later than people
 * answer; whoever declines has looked at the phone first.
 */
const RINGING: Readonly<Record<Exclude<PracticeOutcome, "no_answer">, readonly [number, number]>> =
  {
    conversation: [2, 12],
    hung_up_immediately: [2, 12],
    machine: [10, 18],
    busy: [1, 3],
    network_error: [1, 6],
    declined: [3, 9],
    invalid_number: [1, 3],
  };

/** 31480 temporarily unavailable, 31503 service unavailable, 31408 request timeout. */
const NETWORK_ERRORS = [31480, 31503, 31408] as const;
const DECLINED = 31603;
const NOT_FOUND = 31404;

/** Settles what becomes of a call that is created at `now`. */
export function planCall(
  order: CallOrder,
  outcome: PracticeOutcome,
  recordings: readonly PlannableRecording[],
  chance: Chance,
  now: number,
): CallPlan {
  const dialedAt = now + Math.round(between(chance, 200, 900));
  const patienceEndsAt = dialedAt + order.ringTimeoutSeconds * 1000;
  if (outcome === "no_answer") return unanswered(outcome, "no-answer", dialedAt, patienceEndsAt);

  const [least, most] = RINGING[outcome];
  const eventAt = dialedAt + Math.round(between(chance, least, most) * 1000);
  if (eventAt > patienceEndsAt) return unanswered(outcome, "no-answer", dialedAt, patienceEndsAt);

  switch (outcome) {
    case "busy":
      return unanswered(outcome, "busy", dialedAt, eventAt);
    case "network_error":
      return unanswered(outcome, "failed", dialedAt, eventAt, oneOf(chance, NETWORK_ERRORS));
    case "declined":
      return unanswered(outcome, "failed", dialedAt, eventAt, DECLINED);
    case "invalid_number":
      return unanswered(outcome, "failed", dialedAt, eventAt, NOT_FOUND);
    case "conversation":
    case "hung_up_immediately":
    case "machine": {
      const fitting = recordings.filter((recording) => recording.outcome === outcome);
      return answered(order, outcome, oneOf(chance, fitting), dialedAt, eventAt);
    }
  }
}

function unanswered(
  outcome: PracticeOutcome,
  unansweredStatus: CallPlan["unansweredStatus"],
  dialedAt: number,
  endedAt: number,
  errorCode: number | null = null,
): CallPlan {
  const nobody = { answeredAt: null, recording: null };
  return { outcome, dialedAt, endedAt, unansweredStatus, errorCode, ...nobody };
}

function answered(
  order: CallOrder,
  outcome: PracticeOutcome,
  recording: PlannableRecording,
  dialedAt: number,
  answeredAt: number,
): CallPlan {
  const seconds = Math.min(recording.seconds, order.timeLimitSeconds);
  return {
    outcome,
    dialedAt,
    answeredAt,
    endedAt: answeredAt + seconds * 1000,
    unansweredStatus: "no-answer",
    recording: recording.name,
    errorCode: null,
  };
}
