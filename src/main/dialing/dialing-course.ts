import type { CallingHours } from "../../shared/calling-hours";
import { HOUR, MINUTE, type Instant } from "../../shared/instant";
import { zonesOf } from "./contact-gates";
import { OpenWeek } from "./open-week";

/** Contacts that are in the same zones; empty: not known. */
export interface ContactsSomewhere {
  readonly timeZones: readonly string[];
  readonly contacts: number;
}

export interface DialingAhead {
  readonly from: Instant;
  /** That it would take if everybody could be called at any time. */
  readonly minutes: number;
  readonly audience: readonly ContactsSomewhere[];
  readonly hours: CallingHours;
}

export interface DialingCourse {
  readonly first: Instant;
  readonly last: Instant;
}

const WEEK = 7 * 24 * HOUR;

/** A campaign that takes longer is not foretold. */
const LONGEST = 2 * 365 * 24 * HOUR;

/** Most contacts live in few places: those of the others do not change the picture. */
const MOST_PLACES = 8;

interface Place {
  readonly week: OpenWeek;
  /** Minutes of dialing that are left. */
  left: number;
  window: ReturnType<OpenWeek["windowAt"]>;
}

/**
 * When the first and the last call start, if whoever may be called is called at the pace.
 * Null: nobody could be called, or it would take years.
 */
export function dialingCourse(ahead: DialingAhead): DialingCourse | null {
  const { from } = ahead;
  const places = placesOf(ahead);
  let first: Instant | null = null;
  let at = from;
  let week = { end: from + WEEK, left: leftOf(places) };
  while (places.length > 0 && at < from + LONGEST) {
    const open = places.filter(({ window }) => window.open);
    const change = Math.min(...places.map(({ window }) => window.until ?? Infinity));
    if (open.length > 0) first ??= at;
    const left = leftOf(open);
    const minutes = (change - at) / MINUTE;
    if (left > 0 && left <= minutes) {
      at += left * MINUTE;
      remove(places, (place) => place.window.open);
      if (places.length === 0) return { first: first ?? at, last: Math.round(at) };
    } else {
      for (const place of open) place.left *= 1 - minutes / left;
      at = change;
    }
    if (at >= week.end) {
      const skipped = weeksLikeThis(week.left, leftOf(places));
      const share = 1 - skipped.minutes / leftOf(places);
      for (const place of places) place.left *= share;
      at += skipped.weeks * WEEK;
      week = { end: at + WEEK, left: leftOf(places) };
    }
    for (const place of places) {
      if (at >= (place.window.until ?? Infinity)) {
        place.window = place.week.windowAt(at);
      }
    }
  }
  return null;
}

function placesOf({ from, minutes, audience, hours }: DialingAhead): Place[] {
  const byZones = new Map<string, { zones: readonly string[]; contacts: number }>();
  for (const { timeZones, contacts } of audience) {
    const zones = zonesOf({ timeZones }, hours);
    if (zones.length === 0) continue;
    const before = byZones.get(zones.join())?.contacts ?? 0;
    byZones.set(zones.join(), { zones, contacts: before + contacts });
  }
  const most = [...byZones.values()].sort((a, b) => b.contacts - a.contacts).slice(0, MOST_PLACES);
  const all = most.reduce((sum, { contacts }) => sum + contacts, 0);
  const places = most.map(({ zones, contacts }): Place => {
    const week = OpenWeek.from(hours.slots, [zones], from);
    return { week, left: (minutes * contacts) / all, window: week.windowAt(from) };
  });
  remove(places, ({ window }) => window.until === null);
  return places;
}

/** Weeks are alike: whole ones need not be gone through. One is, at the end. */
function weeksLikeThis(before: number, after: number) {
  const done = before - after;
  const weeks = done > 0 ? Math.max(0, Math.floor(after / done) - 1) : 0;
  return { weeks, minutes: weeks * done };
}

const leftOf = (places: readonly Place[]): number =>
  places.reduce((sum, { left }) => sum + left, 0);

function remove(places: Place[], which: (place: Place) => boolean): void {
  for (let n = places.length - 1; n >= 0; n -= 1) if (which(places[n]!)) places.splice(n, 1);
}
