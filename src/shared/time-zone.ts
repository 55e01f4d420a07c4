import { Temporal } from "temporal-polyfill";
import type { Instant } from "./instant";

/** A wall clock reading without a zone, as a date-time field gives it: "2027-03-14T02:30". */
export type LocalDateTime = string;

export type ScheduledInstant =
  | { readonly kind: "exact"; readonly at: Instant }
  /** The clock was put forward over this time: it is taken as much later (`takenAs`). */
  | { readonly kind: "skipped"; readonly at: Instant; readonly takenAs: LocalDateTime }
  /** The clock was put back: this time comes twice, and the first is taken. */
  | { readonly kind: "repeated"; readonly at: Instant; readonly second: Instant };

/** Whether this system's time zone data knows the IANA zone, such as "America/New_York". */
export function isTimeZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment at which clocks in `zone` show `local`.
 * @throws RangeError for a zone or a date that does not exist (30 February).
 */
export function instantOf(local: LocalDateTime, zone: string): ScheduledInstant {
  const plain = Temporal.PlainDateTime.from(local, { overflow: "reject" });
  const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { kind: "exact", at: earlier.epochMilliseconds };
  }
  if (earlier.toPlainDateTime().equals(plain)) {
    return { kind: "repeated", at: earlier.epochMilliseconds, second: later.epochMilliseconds };
  }
  return {
    kind: "skipped",
    at: later.epochMilliseconds,
    takenAs: later.toPlainDateTime().toString({ smallestUnit: "minute" }),
  };
}

/** What clocks in `zone` show at `at`, as spreadsheets take it: "2026-11-23 14:02:31". */
export function plainDateAndTime(at: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replace("T", " ");
}

/** What clocks in `zone` show at `at`, to the minute. */
export function localOf(at: Instant, zone: string): LocalDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

/**
 * When the day is over for clocks in `zone`: the first moment that is not its own.
 * @param day as a date field gives it: "2027-03-14"
 */
export function endOfDay(day: string, zone: string): Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}
