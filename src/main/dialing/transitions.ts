import type { DialingSettings } from "../../shared/campaign";
import { SECOND, type Instant } from "../../shared/instant";
import { CALL_LIFE, IllegalTransition, type CallEvent } from "./call-state";
import { isFinal, outcomeOf, wasAnswered, type Ending, type FinalReport } from "./outcome";
import type { AttemptChange, CallReport, ContactNext, Fault, OpenAttempt } from "./ports";
import { nextFor } from "./retry-policy";

/** An attempt as it stands; `ended` ones are only known so that late facts can be dropped. */
export type KnownAttempt = Omit<OpenAttempt, "state"> & {
  readonly state: OpenAttempt["state"] | "ended";
};

export interface Circumstances {
  readonly now: Instant;
  readonly settings: DialingSettings;
  /** By whose clocks a time of day is meant, where the contact's zone is not known. */
  readonly timeZone: string;
  /** When the call was last seen to go on, by our own clock; null: never. */
  readonly seenActiveAt: Instant | null;
  /** Whether the campaign has stopped dialing and takes back what is still queued. */
  readonly tookBack: boolean;
}

export interface Step {
  readonly attempt: KnownAttempt;
  /** To be kept, in this order. */
  readonly changes: readonly AttemptChange[];
}

/**
 * What an event makes of an attempt.
 * @throws IllegalTransition where the event cannot happen in this state (`CALL_LIFE`).
 */
export function advance(attempt: KnownAttempt, event: CallEvent, at: Circumstances): Step {
  const allowed = CALL_LIFE[attempt.state][event.kind];
  if (allowed === "dropped") return { attempt, changes: [] };
  if (allowed === "illegal") throw new IllegalTransition(attempt.state, event.kind);
  switch (event.kind) {
    case "placed":
      return placed(attempt, event.report, at);
    case "reported":
      return reported(attempt, event.report, at);
    case "refused":
      return refused(attempt, event.fault, at);
    case "answer-lost":
      return moved(attempt, "ambiguous");
    case "cannot-be-known":
      return attempt.state === "unresolved"
        ? { attempt, changes: [] }
        : moved(attempt, "unresolved");
    case "taken-back":
      return ended(attempt, { outcome: "cancelled", reason: null }, at);
    case "not-placed":
      return ended(attempt, { outcome: "not_placed", reason: null }, at);
    case "resolved":
      return resolved(attempt, event.wasPlaced, at);
  }
}

/** The SID is kept before anything else that the report says. */
function placed(attempt: KnownAttempt, report: CallReport, at: Circumstances): Step {
  const state = report.status === "ringing" ? "ringing" : "queued";
  const known: KnownAttempt = { ...attempt, sid: report.sid, state };
  const rest = reported(known, report, at);
  return { ...rest, changes: [sidKept(attempt, report.sid, state, at), ...rest.changes] };
}

function sidKept(
  attempt: KnownAttempt,
  sid: string,
  state: "queued" | "ringing",
  at: Circumstances,
): AttemptChange {
  return { kind: "placed", attemptId: attempt.id, sid, state, at: at.now };
}

const PROGRESS: Partial<Readonly<Record<KnownAttempt["state"], number>>> = {
  queued: 0,
  ringing: 1,
  in_progress: 2,
};

function reported(attempt: KnownAttempt, report: CallReport, at: Circumstances): Step {
  const { status } = report;
  if (isFinal(status)) return over(attempt, { ...report, status }, at);
  if ((PROGRESS[status] ?? 0) <= (PROGRESS[attempt.state] ?? -1)) return { attempt, changes: [] };
  const answeredAt = status === "in_progress" ? (attempt.answeredAt ?? at.now) : attempt.answeredAt;
  return moved({ ...attempt, answeredAt }, status);
}

function moved(attempt: KnownAttempt, state: (AttemptChange & { kind: "moved" })["state"]): Step {
  return {
    attempt: { ...attempt, state },
    changes: [{ kind: "moved", attemptId: attempt.id, state, answeredAt: attempt.answeredAt }],
  };
}

function over(attempt: KnownAttempt, report: FinalReport, at: Circumstances): Step {
  const seenRinging = attempt.state === "ringing" || attempt.state === "in_progress";
  const rang = seenRinging || report.startedAt !== null;
  const ending = outcomeOf(report, at.settings, { rang, tookBack: at.tookBack });
  const answered = wasAnswered(ending.outcome);
  const endedAt = Math.min(report.endedAt ?? at.now, at.now);
  return ended(attempt, ending, at, {
    endedAt,
    durationSeconds: report.durationSeconds,
    answeredAt: answered ? answerMoment(attempt, report, endedAt) : null,
    recorded: answered && report.durationSeconds !== 0,
    overAt: overAt(report, at),
  });
}

function answerMoment(attempt: KnownAttempt, report: FinalReport, endedAt: Instant): Instant {
  if (report.durationSeconds === null) return attempt.answeredAt ?? endedAt;
  return Math.max(0, endedAt - report.durationSeconds * SECOND);
}

/**
 * From when Retry Delay counts, by our own clock. The carrier tells the second that a call ended
 * in, by its clock: the end of that second is meant, and not before we last saw the call go on.
 */
function overAt(report: FinalReport, { now, seenActiveAt }: Circumstances): Instant {
  const told = (report.endedAt ?? now) + SECOND;
  return Math.min(now, Math.max(told, seenActiveAt ?? told));
}

function refused(attempt: KnownAttempt, fault: Fault, at: Circumstances): Step {
  switch (fault.kind) {
    case "contact":
      return ended(attempt, { outcome: fault.outcome, reason: fault.reason }, at);
    case "account":
      return ended(attempt, { outcome: "not_placed", reason: fault.message }, at);
    case "carrier":
      return ended(attempt, { outcome: "not_placed", reason: fault.reason }, at);
  }
}

/** A call that was placed and of which nothing else is known is never followed by another one. */
function resolved(attempt: KnownAttempt, wasPlaced: boolean, at: Circumstances): Step {
  if (!wasPlaced) {
    return ended(attempt, { outcome: "not_placed", reason: "The supervisor's word." }, at);
  }
  const reason = "The call was placed, and the carrier cannot tell what came of it.";
  const outcome = "network_error";
  return ended(attempt, { outcome, reason }, at, { next: { kind: "failed", outcome, reason } });
}

interface EndDetails {
  readonly endedAt?: Instant;
  readonly durationSeconds?: number | null;
  readonly answeredAt?: Instant | null;
  readonly recorded?: boolean;
  readonly overAt?: Instant;
  readonly next?: ContactNext;
}

function ended(
  attempt: KnownAttempt,
  { outcome, reason }: Ending,
  { now, settings, timeZone }: Circumstances,
  details: EndDetails = {},
): Step {
  const { number, earlier, intentAt, timeZones } = attempt;
  const endedAt = details.overAt ?? now;
  const dial = { outcome, reason, number, earlier, startedAt: intentAt, endedAt };
  const change: AttemptChange = {
    kind: "ended",
    attemptId: attempt.id,
    outcome,
    reason,
    endedAt: details.endedAt ?? now,
    answeredAt: details.answeredAt ?? null,
    durationSeconds: details.durationSeconds ?? null,
    recorded: details.recorded ?? false,
    next: details.next ?? nextFor(dial, settings, timeZones[0] ?? timeZone),
  };
  return { attempt: { ...attempt, state: "ended" }, changes: [change] };
}
