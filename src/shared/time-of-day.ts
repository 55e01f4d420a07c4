import { Temporal } from "temporal-polyfill";
import type { Instant } from "./instant";

export type TimeOfDay = "morning" | "afternoon" | "evening";

interface Hours {
  readonly name: TimeOfDay;
  /** Hours of the clock: from the first on, before the second. */
  readonly from: number;
  readonly to: number;
}

/** Windows in which people are reached differently. The night, in between, is none of them. */
export const TIMES_OF_DAY: readonly Hours[] = [
  { name: "morning", from: 8, to: 12 },
  { name: "afternoon", from: 12, to: 17 },
  { name: "evening", from: 17, to: 21 },
];

/** Null at night. */
export function timeOfDay(at: Instant, zone: string): TimeOfDay | null {
  const { hour } = clockAt(at, zone);
  return TIMES_OF_DAY.find(({ from, to }) => from <= hour && hour < to)?.name ?? null;
}

/** Those in which the fewest of these moments lie: each is used once before any is used again. */
export function leastUsedTimesOfDay(
  used: readonly Instant[],
  zone: string,
): ReadonlySet<TimeOfDay> {
  const names = used.map((at) => timeOfDay(at, zone));
  const uses = TIMES_OF_DAY.map(({ name }) => names.filter((used) => used === name).length);
  const least = Math.min(...uses);
  return new Set(TIMES_OF_DAY.filter((_, place) => uses[place] === least).map(({ name }) => name));
}

/** The first moment from `at` on that lies in one of these times of day. */
export function nextWithin(allowed: ReadonlySet<TimeOfDay>, at: Instant, zone: string): Instant {
  const now = timeOfDay(at, zone);
  if (now !== null && allowed.has(now)) return at;
  const clock = clockAt(at, zone);
  const begins = TIMES_OF_DAY.filter(({ name }) => allowed.has(name)).map(({ from }) => {
    const day = from > clock.hour ? clock : clock.add({ days: 1 });
    return day.withPlainTime({ hour: from }).epochMilliseconds;
  });
  return Math.max(at, Math.min(...begins));
}

function clockAt(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
