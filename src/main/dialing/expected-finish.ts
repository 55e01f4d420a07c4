import type { CampaignFigures, DialingSettings } from "../../shared/campaign";
import { MINUTE, type Instant } from "../../shared/instant";
import type { OpenWeek } from "./open-week";
import { longestDelay } from "./expected-attempts";

/** Dials that ended before a share of them can be trusted. */
const ENOUGH_ENDS = 20;

/** Share of dials that are retried, before enough have ended. */
const TYPICAL_RETRIES = 0.3;

export interface Course {
  readonly now: Instant;
  readonly figures: CampaignFigures;
  readonly dialing: DialingSettings;
  /** Starts a minute that are really reached; null while it cannot be told. */
  readonly startsPerMinute: number | null;
  /** Dials of this run that ended, and how many of them are to be retried. */
  readonly ends: { readonly all: number; readonly retried: number };
  /** Nobody is called before then; null: as far as is known, calls go on. */
  readonly resumesAt: Instant | null;
  /** The last of those who wait is not called before then; null: none waits. */
  readonly lastDue: Instant | null;
  /** Null: calls may start at any time. */
  readonly openWeek: OpenWeek | null;
  /** Milliseconds from a call's start to its end, in the mean. */
  readonly callLifetime: number;
}

/** When the last call will be over, from the dials that remain and the rate that is reached. */
export function expectedFinish(course: Course): Instant | null {
  const { figures, dialing, ends } = course;
  const rate = course.startsPerMinute ?? dialing.callsPerMinute;
  if (rate <= 0) return null;
  const retried = ends.all < ENOUGH_ENDS ? TYPICAL_RETRIES : ends.retried / ends.all;
  const fresh = figures.pending - figures.waitingForRetry;
  const dials =
    fresh * dialsPerContact(retried, dialing.maxRetries + 1) +
    figures.waitingForRetry * dialsPerContact(retried, dialing.maxRetries);
  const pacing = (dials / rate) * MINUTE;
  const lastRetry = retried > 0 ? longestDelay(dialing) * MINUTE : 0;
  const dialingTime = figures.pending === 0 ? 0 : Math.max(pacing, lastRetry);
  const from = Math.max(course.now, course.resumesAt ?? 0);
  const lastStart = course.openWeek ? course.openWeek.after(dialingTime, from) : from + dialingTime;
  if (lastStart === null) return null;
  return Math.round(Math.max(lastStart, course.lastDue ?? 0) + course.callLifetime);
}

/** 1 + p + p² + …: each further dial only happens when the one before is retried. */
function dialsPerContact(retried: number, most: number): number {
  let sum = 0;
  for (let dial = 0; dial < most; dial += 1) sum += retried ** dial;
  return sum;
}
