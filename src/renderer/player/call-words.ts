import type { Attempt, AttemptState, CallRow, CallStatus, RecordedCall } from "../../shared/call";
import type { Instant } from "../../shared/instant";
import { OUTCOME_WORDS, type Outcome } from "../../shared/outcome";
import { formatFromNow, formatMoment, formatNumberOf } from "../ui/format";
import type { StatusShape, StatusTone } from "../ui/StatusBadge";

interface StatusLook {
  readonly tone: StatusTone;
  readonly shape: StatusShape;
}

/** How a contact's status looks, wherever calls are shown. Its word is the status itself. */
export const CALL_STATUS_LOOK: Readonly<Record<CallStatus, StatusLook>> = {
  PENDING: { tone: "neutral", shape: "clock" },
  IN_PROGRESS: { tone: "active", shape: "dot" },
  COMPLETED: { tone: "good", shape: "check" },
  FAILED: { tone: "bad", shape: "cross" },
};

const STATE_WORDS: Readonly<Record<AttemptState, string>> = {
  intent: "Being placed",
  queued: "Queued at the carrier",
  ringing: "Ringing",
  in_progress: "On the call",
  ambiguous: "Being looked up at the carrier",
  unresolved: "Needs your decision",
  ended: "Ended",
};

/** Where an attempt stands: what came of it once it is over. */
export function attemptWords(attempt: Pick<Attempt, "state" | "outcome">): string {
  return attempt.outcome ? OUTCOME_WORDS[attempt.outcome] : STATE_WORDS[attempt.state];
}

/** What came of a contact's last attempt, or where the one stands that is under way; null: neither. */
export function outcomeWords({ status, attemptState, outcome }: CallRow): string | null {
  if (status === "IN_PROGRESS") return STATE_WORDS[attemptState ?? "intent"];
  return outcome && OUTCOME_WORDS[outcome];
}

/** Why no words of the recording stand there. */
export function noTranscriptWords({
  transcriptState,
  transcriptProblem,
}: Pick<RecordedCall, "transcriptState" | "transcriptProblem">): string {
  switch (transcriptState) {
    case "awaited":
      return "The transcript is being made, and appears here by itself.";
    case "absent":
      return `There is no transcript of this call${transcriptProblem ? `: ${transcriptProblem}` : "."}`;
    case "ready":
      return "Nothing was said that could be written down.";
  }
}

/** Why the contact stands where it stands, and what comes next, in one sentence or two. */
export function whyAndWhenNext(call: CallRow, zone: string, now: Instant): string {
  switch (call.status) {
    case "IN_PROGRESS":
      return inProgress(call.attemptState);
    case "COMPLETED":
      return "The call was answered and has finished. The contact is not called again.";
    case "FAILED":
      return failed(call);
    case "PENDING":
      return pending(call, zone, now);
  }
}

function inProgress(state: AttemptState | null): string {
  switch (state) {
    case "ambiguous":
      return "The carrier's answer was lost. It is being asked what became of the call; until then the contact is not called again.";
    case "unresolved":
      return "The carrier cannot tell what became of the call. Say below whether it was placed; until then the contact is not called again.";
    default:
      return `${STATE_WORDS[state ?? "intent"]}.`;
  }
}

/** Outcomes after which a contact is never called again, with the reason. */
const FINAL: Partial<Record<Outcome, string>> = {
  invalid_number: "The carrier says that this number can never be called.",
  not_permitted: "The account may not call this number.",
  do_not_call: "The number is on the do-not-call list.",
  time_zone_unknown:
    "The contact's time zone is not known, or it may be in several that have no calling hours in common.",
};

function failed(call: CallRow): string {
  const last = call.outcome;
  const final = last && FINAL[last];
  if (final) return `${final} It is not called again.`;
  const tried = formatNumberOf(call.attempts, "attempt");
  return `${last ? `${OUTCOME_WORDS[last]}, and` : "Nobody was reached:"} ${tried} ${call.attempts === 1 ? "is" : "are"} all that the campaign makes. The contact is not called again.`;
}

function pending(call: CallRow, zone: string, now: Instant): string {
  const last = call.outcome ? `${OUTCOME_WORDS[call.outcome]}. ` : "";
  if (call.nextAttemptAt === null) return `${last}No further attempt is due.`;
  if (call.nextAttemptAt <= now) {
    return `${last}The next attempt is due now, as soon as the campaign's limits allow it.`;
  }
  const when = `${formatMoment(call.nextAttemptAt, zone, now)} (${formatFromNow(call.nextAttemptAt, now)})`;
  return `${last}The next attempt is due at ${when}.`;
}
