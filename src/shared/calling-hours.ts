import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Instant } from "./instant";
import { isTimeZone } from "./time-zone";

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time of day, such as 09:00.");

/** Part of one day of the week in which calls may start. */
export const callingSlot = z
  .object({
    /** 1 Monday … 7 Sunday. */
    weekday: z.number().int().min(1).max(7),
    from: timeOfDay,
    /** "24:00" is midnight at the end of that day. No call starts at or after it. */
    to: z.union([timeOfDay, z.literal("24:00")]),
  })
  .refine(({ from, to }) => from < to, "Calling hours must begin before they end.");
export type CallingSlot = z.infer<typeof callingSlot>;

/** What is wrong with a slot among the others of its week; null: nothing. */
export function slotProblem(slot: CallingSlot, slots: readonly CallingSlot[]): string | null {
  const parsed = callingSlot.safeParse(slot);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? null;
  const other = slots.find((another) => another !== slot && overlap(slot, another));
  return other ? `It overlaps with ${other.from}–${other.to}.` : null;
}

const overlap = (one: CallingSlot, other: CallingSlot): boolean =>
  one.weekday === other.weekday && one.from < other.to && other.from < one.to;

/** When contacts may be called, by the clock of which zone. */
export const callingHours = z.object({
  slots: z
    .array(callingSlot)
    .min(1, "Without any calling hours nobody could be called.")
    .max(70, "At most 70 calling hours.")
    .refine(
      (slots) => slots.every((slot) => slotProblem(slot, slots) === null),
      "Calling hours of one day must not overlap.",
    ),
  zone: z.enum([
    /** Each contact's own; a contact whose zone is not known is not called. */
    "contact",
    /** Each contact's own where it is known, else the campaign's. */
    "contact-or-campaign",
    /** The campaign's, for everybody. */
    "campaign",
  ]),
  /** The campaign's zone, IANA. */
  timeZone: z.string().refine(isTimeZone, "This time zone is not known. Choose one from the list."),
});
export type CallingHours = z.infer<typeof callingHours>;

/** The same hours on each of these days; all days if none are given. */
export function dailyHours(
  from: string,
  to: string,
  weekdays: readonly number[] = [1, 2, 3, 4, 5, 6, 7],
): CallingSlot[] {
  return weekdays.map((weekday) => ({ weekday, from, to }));
}

export interface CallingWindow {
  readonly open: boolean;
  /** The window holds from then… */
  readonly from: Instant;
  /** …to just before then. */
  readonly until: Instant;
}

/**
 * Whether clocks in `zone` are within the slots at `now`, and until when that holds. Slots go by the
 * clock on the wall: a change to or from summer time makes one an hour shorter or longer.
 */
export function callingWindow(
  slots: readonly CallingSlot[],
  zone: string,
  now: Instant,
): CallingWindow {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  let from = -Infinity;
  // From yesterday, so that the end before this one is known, to the same day of the next week.
  for (let days = -1; days <= 8; days += 1) {
    for (const slot of slotsOf(today.add({ days }), slots, zone)) {
      if (now < slot.from) return { open: false, from, until: slot.from };
      if (now < slot.to) return { open: true, from: slot.from, until: slot.to };
      from = slot.to;
    }
  }
  throw new RangeError("There are no calling hours");
}

export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** All stretches between two moments in which calls may start by the clocks in `zone`, in order. */
export function openStretches(
  slots: readonly CallingSlot[],
  zone: string,
  { from, to }: Stretch,
): Stretch[] {
  const stretches: Stretch[] = [];
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  for (let days = 0; ; days += 1) {
    const date = first.add({ days });
    if (date.toZonedDateTime(zone).epochMilliseconds >= to) return stretches;
    for (const slot of slotsOf(date, slots, zone)) {
      const stretch = { from: Math.max(from, slot.from), to: Math.min(to, slot.to) };
      if (stretch.from < stretch.to) stretches.push(stretch);
    }
  }
}

function slotsOf(
  date: Temporal.PlainDate,
  slots: readonly CallingSlot[],
  zone: string,
): readonly Stretch[] {
  const midnight = date.toZonedDateTime("UTC").epochMilliseconds;
  const stretches = stretchesOf(date, zone);
  return slots
    .filter(({ weekday }) => weekday === date.dayOfWeek)
    .flatMap(({ from, to }) =>
      joined(
        stretches.map(({ begins, ends, offset }) => ({
          from: Math.max(begins, midnight + millisecondsOf(from) - offset),
          to: Math.min(ends, midnight + millisecondsOf(to) - offset),
        })),
      ),
    )
    .sort((a, b) => a.from - b.from);
}

/** Of a day: one, or two where clocks are changed, with what the zone is ahead of UTC in each. */
function stretchesOf(date: Temporal.PlainDate, zone: string) {
  const begins = date.toZonedDateTime(zone);
  const ends = date.add({ days: 1 }).toZonedDateTime(zone);
  const change = begins.getTimeZoneTransition("next");
  const edges =
    change && change.epochMilliseconds < ends.epochMilliseconds
      ? [begins, change, ends]
      : [begins, ends];
  return edges.slice(1).map((edge, before) => ({
    begins: edges[before]!.epochMilliseconds,
    ends: edge.epochMilliseconds,
    offset: edges[before]!.offsetNanoseconds / 1e6,
  }));
}

/** Those with something in them; what follows without a gap is one. */
function joined(parts: readonly Stretch[]): Stretch[] {
  return parts
    .filter(({ from, to }) => from < to)
    .reduce<Stretch[]>((slots, part) => {
      const last = slots.at(-1);
      if (last?.to !== part.from) return [...slots, part];
      return [...slots.slice(0, -1), { from: last.from, to: part.to }];
    }, []);
}

function millisecondsOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return (hours * 60 + minutes) * 60_000;
}
