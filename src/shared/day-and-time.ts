import type { Instant } from "./instant";

/* Moments as people read them, always in a zone. */

/** "14:02", in that zone. */
export function formatTime(at: Instant, zone: string): string {
  return parts(zone, { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** "14:02:31", in that zone. */
export function formatTimeToSecond(at: Instant, zone: string): string {
  return parts(zone, { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(at);
}

/** "23 Nov 2026", in that zone. */
export function formatDay(at: Instant, zone: string): string {
  return parts(zone, { day: "numeric", month: "short", year: "numeric" }).format(at);
}

/** "23 Nov 2026, 14:02", in that zone. */
export function formatDayAndTime(at: Instant, zone: string): string {
  return `${formatDay(at, zone)}, ${formatTime(at, zone)}`;
}

/** Only the time on the day of `now`, else with its date: "14:02", "24 Nov, 09:00". */
export function formatMoment(at: Instant, zone: string, now: Instant): string {
  const day = formatDay(at, zone);
  const today = formatDay(now, zone);
  if (day === today) return formatTime(at, zone);
  const sameYear = day.slice(-4) === today.slice(-4);
  return `${sameYear ? day.slice(0, -5) : day}, ${formatTime(at, zone)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a thousand times what using it does. */
function parts(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone, hourCycle: "h23" });
  formats.set(key, made);
  return made;
}
