import { openStretches, type CallingSlot, type Stretch } from "../../shared/calling-hours";
import { HOUR, type Instant } from "../../shared/instant";

const WEEK = 7 * 24 * HOUR;

/** When calls may start somewhere, in a week that stands for all that follow. */
export class OpenWeek {
  private constructor(
    private readonly from: Instant,
    private readonly stretches: readonly Stretch[],
  ) {}

  /** @param places the zones of each place: it is open while it is calling hours in all of them */
  static from(slots: readonly CallingSlot[], places: readonly (readonly string[])[], now: Instant) {
    const stretches = places.flatMap((zones) => stretchesOf(slots, zones, now));
    return new OpenWeek(now, joined(stretches));
  }

  /** Whether it is open, and until when that holds; null: it never opens. */
  windowAt(at: Instant): { readonly open: boolean; readonly until: Instant | null } {
    const begins = this.from + Math.floor((at - this.from) / WEEK) * WEEK;
    const since = at - begins + this.from;
    const next = this.stretches.find(({ to }) => since < to);
    if (next) {
      const open = next.from <= since;
      return { open, until: (open ? next.to : next.from) - this.from + begins };
    }
    const [first] = this.stretches;
    return { open: false, until: first ? first.from - this.from + begins + WEEK : null };
  }

  /** The moment at which so many milliseconds of open hours have gone by; null: there are none. */
  after(open: number, start: Instant): Instant | null {
    const ofWeek = this.stretches.reduce((sum, { from, to }) => sum + to - from, 0);
    if (ofWeek === 0) return null;
    const weeks = Math.floor(Math.max(0, start - this.from) / WEEK);
    let left = open;
    for (let week = weeks; ; week += 1) {
      if (week > weeks && left > ofWeek) {
        const whole = Math.floor(left / ofWeek);
        left -= whole * ofWeek;
        week += whole;
      }
      for (const { from, to } of this.stretches) {
        const begins = Math.max(start, from + week * WEEK);
        const length = to + week * WEEK - begins;
        if (length <= 0) continue;
        if (left <= length) return begins + left;
        left -= length;
      }
    }
  }
}

/** Those in which it is open in all of these zones. */
function stretchesOf(slots: readonly CallingSlot[], zones: readonly string[], now: Instant) {
  const week = { from: now, to: now + WEEK };
  return zones
    .map((zone) => openStretches(slots, zone, week))
    .reduce((common, ofZone) =>
      common.flatMap((one) =>
        ofZone.flatMap((other) => {
          const both = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
          return both.from < both.to ? [both] : [];
        }),
      ),
    );
}

/** Without overlaps, in order. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (!last || stretch.from > last.to) all.push(stretch);
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
  }
  return all;
}
