import { MINUTE, type Instant } from "../../shared/instant";
import { OUTCOME_WORDS, type Outcome } from "../../shared/outcome";
import type { GateName, GateStanding, WhyNotCalled } from "../../shared/why-not-called";
import { formatMoment, formatNumberOf } from "../ui/format";

export const GATE_WORDS: Readonly<Record<GateName, string>> = {
  campaign: "Campaign",
  "do-not-call": "Do-not-call list",
  "calling-hours": "Calling hours",
  "attempt-limit": "Attempt limits",
  "open-attempt": "Calls to the number",
  "retry-delay": "Retry Delay",
  turn: "Turn",
  store: "Data on disk",
  "calls-known": "Calls after sleep",
  "caller-id": "Caller ID",
  "call-minutes": "Call minutes",
  carrier: "Carrier",
  concurrency: "Max Concurrent Calls",
  "account-concurrency": "Account's calls at once",
  pace: "Pace",
};

type Closed = NonNullable<GateStanding["closed"]>;

/** Until when a gate is closed, here and at the contact: "until 15:00 (09:00 in America/Chicago)". */
export function untilWords({ until, timeZone }: Closed, zone: string, now: Instant): string | null {
  if (until === null) return null;
  if (until - now < MINUTE) return "opens within a minute";
  const here = `until ${formatMoment(until, zone, now)}`;
  if (timeZone === null || timeZone === zone) return here;
  return `${here} (${formatMoment(until, timeZone, now)} in ${timeZone.replaceAll("_", " ")})`;
}

/** Why the contact is not being called in this campaign, in a sentence. */
export function standingWords(standing: WhyNotCalled, zone: string, now: Instant): string {
  const { status, outcome, attempts, gates } = standing;
  switch (status) {
    case "IN_PROGRESS":
      return "A call to it is under way.";
    case "COMPLETED":
      return `It was answered${outcome ? ` (${OUTCOME_WORDS[outcome]})` : ""}, and is not called again.`;
    case "FAILED":
      return failedWords(outcome, attempts);
    case "PENDING":
      return pendingWords(gates, zone, now);
  }
}

function failedWords(outcome: Outcome | null, attempts: number): string {
  const last = outcome ? OUTCOME_WORDS[outcome] : "Not reached";
  const tried = attempts === 0 ? "without a call" : `after ${formatNumberOf(attempts, "attempt")}`;
  return `${last}: it has failed ${tried}, and is not called again.`;
}

function pendingWords(gates: readonly GateStanding[], zone: string, now: Instant): string {
  const closed = gates.flatMap((gate) => gate.closed ?? []);
  const [first] = closed;
  if (!first) return "Every gate is open: it is called next.";
  const moments = closed.map(({ until }) => until);
  if (moments.includes(null)) return first.because;
  const last = Math.max(...moments.map((until) => until ?? 0));
  if (last - now < MINUTE) return "It is called within a minute.";
  return `${first.because} It may be called at ${formatMoment(last, zone, now)}.`;
}
