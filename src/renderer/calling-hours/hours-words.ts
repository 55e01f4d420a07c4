import type { CallingHours, CallingSlot } from "../../shared/calling-hours";
import { ALL_DAYS, slotsOf, WEEKDAYS } from "./edited-hours";

/** Calling hours in a few words: "Monday–Friday 09:00–17:00, Saturday 10:00–14:00". */
export function hoursWords({ slots }: Pick<CallingHours, "slots">): string {
  const runs: { readonly first: number; last: number; readonly times: string }[] = [];
  for (const day of ALL_DAYS) {
    const times = timesOf(slotsOf(slots, day));
    if (times === "") continue;
    const before = runs.at(-1);
    if (before?.times === times && before.last === day - 1) before.last = day;
    else runs.push({ first: day, last: day, times });
  }
  return runs.map(({ first, last, times }) => `${daysWords(first, last)} ${times}`).join(", ");
}

function timesOf(slots: readonly CallingSlot[]): string {
  return slots
    .map(({ from, to }) => `${from}–${to}`)
    .sort()
    .join(" and ");
}

function daysWords(first: number, last: number): string {
  if (first === 1 && last === 7) return "every day";
  const [from, to] = [WEEKDAYS[first - 1], WEEKDAYS[last - 1]];
  return first === last ? `${from}` : `${from}–${to}`;
}
