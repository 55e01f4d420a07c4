import { formatCount } from "../../shared/format-count";
import { HOUR, MINUTE, type Instant } from "../../shared/instant";

export {
  formatDay,
  formatDayAndTime,
  formatMoment,
  formatTime,
  formatTimeToSecond,
} from "../../shared/day-and-time";
export { formatCount };

const oneDigit = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** 9.6 → "9.6", 10 → "10.0": with one digit, so that widths stay. */
export function formatRate(value: number): string {
  return oneDigit.format(value);
}

/** A share of `whole`: 16.67 % → "16.7 %". Never "100.0 %" before all of it is there. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return "0.0 %";
  const percent = (part / whole) * 100;
  return `${oneDigit.format(part < whole ? Math.min(percent, 99.9) : percent)} %`;
}

/** Seconds as m:ss: 72 → "1:12". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Minutes in words, as exactly as one wants to know it: "about 8 h", "about 25 min". */
export function formatAboutMinutes(minutes: number): string {
  if (minutes < 1) return "less than a minute";
  if (minutes < 90) return `about ${Math.round(minutes)} min`;
  const hours = minutes / 60;
  if (hours < 48) return `about ${hours < 10 ? trimmed(hours) : Math.round(hours)} h`;
  return `about ${trimmed(hours / 24)} days`;
}

function trimmed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** How long ago or ahead, roughly: "in 5 min", "2 h ago", "now". */
export function formatFromNow(at: Instant, now: Instant): string {
  const distance = Math.abs(at - now);
  if (distance < MINUTE) return "now";
  const words =
    distance < HOUR
      ? `${Math.round(distance / MINUTE)} min`
      : distance < 48 * HOUR
        ? `${Math.round(distance / HOUR)} h`
        : `${Math.round(distance / (24 * HOUR))} days`;
  return at > now ? `in ${words}` : `${words} ago`;
}

/** A count with its noun: (1, "contact") → "1 contact", (2, "contact") → "2 contacts". */
export function formatNumberOf(value: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(value)} ${value === 1 ? noun : plural}`;
}
