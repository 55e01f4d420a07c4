import type { CallingSlot } from "../../shared/calling-hours";

export const WEEKDAYS: readonly string[] = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];

/** Monday to Friday. */
export const WORKING_DAYS: readonly number[] = [1, 2, 3, 4, 5];
export const ALL_DAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

const WHOLE_HOURS = 24;

export function slotsOf(slots: readonly CallingSlot[], weekday: number): readonly CallingSlot[] {
  return slots.filter((slot) => slot.weekday === weekday);
}

/** A further slot for a day, an hour after its last one; null: the day has no room left. */
export function nextSlot(slots: readonly CallingSlot[], weekday: number): CallingSlot | null {
  const ends = slotsOf(slots, weekday).map(({ to }) => to);
  if (ends.length === 0) return { weekday, from: "09:00", to: "17:00" };
  const last = ends.reduce((latest, end) => (end > latest ? end : latest));
  const from = Number(last.slice(0, 2)) + 1;
  if (from >= WHOLE_HOURS) return null;
  return { weekday, from: hour(from), to: hour(Math.min(from + 3, WHOLE_HOURS)) };
}

/** The other days get the hours of this one instead of theirs. */
export function copyDay(
  slots: readonly CallingSlot[],
  weekday: number,
  to: readonly number[],
): CallingSlot[] {
  const copied = slotsOf(slots, weekday);
  const others = to.filter((day) => day !== weekday);
  return [
    ...slots.filter((slot) => !others.includes(slot.weekday)),
    ...others.flatMap((day) => copied.map((slot) => ({ ...slot, weekday: day }))),
  ];
}

const hour = (of: number): string => `${String(of).padStart(2, "0")}:00`;
