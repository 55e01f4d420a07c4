import type { DialingSettings } from "../../shared/campaign";
import { MINUTE, type Instant } from "../../shared/instant";
import { OUTCOME_WORDS, type Outcome } from "../../shared/outcome";
import { retriedOutcome, type RetryRule } from "../../shared/retry-rules";
import { leastUsedTimesOfDay, nextWithin } from "../../shared/time-of-day";
import type { ContactNext, EarlierAttempt } from "./ports";

type Consequence = "completes" | "fails" | "does-not-count";

/** What an outcome comes to for the contact, unless it is retried. */
const CONSEQUENCES: Readonly<Record<Outcome, Consequence>> = {
  talked: "completes",
  declined: "completes",
  hung_up_immediately: "completes",
  machine: "completes",
  no_answer: "fails",
  busy: "fails",
  network_error: "fails",
  invalid_number: "fails",
  not_permitted: "fails",
  do_not_call: "fails",
  time_zone_unknown: "fails",
  cancelled: "does-not-count",
  not_placed: "does-not-count",
};

export interface EndedDial {
  readonly outcome: Outcome;
  readonly reason: string | null;
  /** 1 for the first dial of the contact. */
  readonly number: number;
  /** Those before it, oldest first. */
  readonly earlier: readonly EarlierAttempt[];
  readonly startedAt: Instant;
  /** When the dial was over: delays count from here to the start of the next. */
  readonly endedAt: Instant;
}

/** What happens next with a contact. At most Max Retries + 1 dials, whatever the rules say. */
export function nextFor(dial: EndedDial, settings: DialingSettings, timeZone: string): ContactNext {
  const { outcome, endedAt } = dial;
  const rule = ruleFor(outcome, settings);
  const notBefore = rule && retryAt(dial, rule, settings, timeZone);
  if (notBefore !== null) return { kind: "retry", outcome, notBefore };
  switch (CONSEQUENCES[outcome]) {
    case "completes":
      return { kind: "completed", outcome };
    case "fails":
      return { kind: "failed", outcome, reason: rule ? exhausted(dial) : reasonOf(dial) };
    case "does-not-count":
      return { kind: "returned", notBefore: endedAt };
  }
}

/** Null: this outcome is final. */
export function ruleFor(outcome: Outcome, settings: DialingSettings): RetryRule | null {
  const retried = retriedOutcome.safeParse(outcome);
  return retried.success ? settings.retryRules[retried.data] : null;
}

/** Null: no retries are left, after this outcome or at all. */
function retryAt(
  { outcome, number, earlier, startedAt, endedAt }: EndedDial,
  { retries, delaysMinutes }: RetryRule,
  settings: DialingSettings,
  timeZone: string,
): Instant | null {
  const before = earlier.filter((attempt) => attempt.outcome === outcome).length;
  if (number > settings.maxRetries || before >= (retries ?? settings.maxRetries)) return null;
  const delay = delaysMinutes[before] ?? delaysMinutes.at(-1) ?? settings.retryDelayMinutes;
  const due = endedAt + delay * MINUTE;
  if (!settings.retryAtOtherTimesOfDay) return due;
  const starts = [...earlier.map((attempt) => attempt.startedAt), startedAt];
  return nextWithin(leastUsedTimesOfDay(starts, timeZone), due, timeZone);
}

function exhausted({ outcome, number }: EndedDial): string {
  return `${OUTCOME_WORDS[outcome]} at the last of ${number} ${number === 1 ? "attempt" : "attempts"}.`;
}

function reasonOf({ outcome, reason }: EndedDial): string {
  return reason ?? `${OUTCOME_WORDS[outcome]}.`;
}
