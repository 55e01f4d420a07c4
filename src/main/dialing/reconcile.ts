import { HOUR, MINUTE, SECOND, type Instant } from "../../shared/instant";
import type { CallReport, Search } from "./ports";

/** The carrier's clock may be behind ours by so much. */
const CLOCK_SKEW = 5 * MINUTE;

/** How far back is looked when our clock is known to have been set back meanwhile. */
const CLOCK_SET_BACK = 24 * HOUR;

/**
 * No call created before this moment, by the present wall clock, can be the lost one. Too early
 * finds calls of others at worst; too late would call a contact twice.
 * @param age milliseconds since the intent by the monotonic clock, which stands still in sleep
 */
export function lostSince(intentAt: Instant, age: number, now: Instant): Instant {
  const setBack = intentAt > now ? CLOCK_SET_BACK : 0;
  return Math.max(0, Math.floor(Math.min(intentAt, now - age) - CLOCK_SKEW - setBack));
}

/**
 * So long after an answer was lost the carrier may still take the request in (its time-out is
 * 30 s), and its lists may lag behind.
 */
const LATEST_ARRIVAL = 45 * SECOND;

/** After so long without an answer the supervisor is shown that it cannot be known. */
const PATIENCE = 15 * MINUTE;

/** Milliseconds between looks: soon at first, for the call may be there already. */
const LOOKS = [2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE] as const;

const SLOWEST_LOOK = 5 * MINUTE;

/** An attempt of which it is not known whether it was placed. */
export interface LostCall {
  /** See `lostSince`. */
  readonly since: Instant;
  /** Milliseconds since it began to be looked for, by the monotonic clock. */
  readonly sought: number;
  /** How often the carrier answered that there is no such call. */
  readonly absences: number;
  readonly looks: number;
}

export type Finding =
  | { readonly kind: "placed"; readonly report: CallReport }
  | { readonly kind: "not-placed" }
  | { readonly kind: "look-again"; readonly after: number; readonly cannotBeKnown: boolean };

/**
 * What a look at the carrier's calls to that number, from ours, says of a lost call.
 * @param owned SIDs that attempts have already
 */
export function judge(lost: LostCall, search: Search, owned: ReadonlySet<string>): Finding {
  if (search.kind === "found") {
    const report = matching(search.reports, lost.since, owned);
    if (report) return { kind: "placed", report };
    if (lost.sought >= LATEST_ARRIVAL && lost.absences >= 1) return { kind: "not-placed" };
  }
  return {
    kind: "look-again",
    after: pauseAfter(lost, search),
    cannotBeKnown: search.kind === "failed" && lost.sought >= PATIENCE,
  };
}

/** The earliest call created since the intent that is nobody's. */
function matching(
  reports: readonly CallReport[],
  since: Instant,
  owned: ReadonlySet<string>,
): CallReport | null {
  const candidates = reports
    .filter((report) => !owned.has(report.sid))
    .filter(({ createdAt }) => createdAt === null || createdAt >= since)
    .sort((a, b) => (a.createdAt ?? Infinity) - (b.createdAt ?? Infinity));
  return candidates[0] ?? null;
}

function pauseAfter(lost: LostCall, search: Search): number {
  const pause = LOOKS[lost.looks] ?? SLOWEST_LOOK;
  if (search.kind !== "failed" || search.fault.kind !== "carrier") return pause;
  return Math.max(pause, search.fault.retryAfterMs ?? 0);
}
