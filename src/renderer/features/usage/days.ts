import type { Usage } from "../../../shared/usage";

type DayUsage = Usage["perDay"][number];

/** Every day of the month, those without a call too. `month` is its first day: "2026-11-01". */
export function everyDay(month: string, used: readonly DayUsage[]): readonly DayUsage[] {
  const [year = 0, monthNumber = 1] = month.split("-").map(Number);
  const count = new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();
  const byDay = new Map(used.map((usage) => [usage.day, usage]));
  return Array.from({ length: count }, (_, index) => {
    const day = `${month.slice(0, 8)}${String(index + 1).padStart(2, "0")}`;
    return byDay.get(day) ?? { day, minutes: 0, calls: 0 };
  });
}

/** "2026-11-01" → "November 2026". */
export function monthWords(month: string): string {
  return inUtc(month, { month: "long", year: "numeric" });
}

/** "2026-11-23" → "23 Nov". */
export function dayWords(day: string): string {
  return inUtc(day, { day: "numeric", month: "short" });
}

function inUtc(day: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}
