import type { CallingHours } from "../../shared/calling-hours";
import { commonWindow, type CommonWindow } from "../../shared/common-window";
import { HOUR, type Instant } from "../../shared/instant";
import { OpenWeek } from "./open-week";
import type { Clock } from "./ports";

interface KnownWeek {
  readonly week: OpenWeek;
  readonly at: Instant;
  readonly places: number;
}

/** Reckoning with time zones is slow, and what holds in some holds for a while, for all their contacts. */
export class CallingWindows {
  private readonly known = new WeakMap<CallingHours, Map<string, CommonWindow>>();

  private readonly weeks = new WeakMap<CallingHours, KnownWeek>();

  constructor(private readonly clock: Pick<Clock, "now">) {}

  readonly windowIn = (hours: CallingHours, zones: readonly string[]): CommonWindow => {
    const now = this.clock.now();
    const windows = this.known.get(hours) ?? new Map<string, CommonWindow>();
    this.known.set(hours, windows);
    const key = zones.join();
    const known = windows.get(key);
    if (known && known.from <= now && now < (known.until ?? known.from + LONGEST_TRUST))
      return known;
    const window = commonWindow(hours.slots, zones, now);
    windows.set(key, window);
    return window;
  };

  /** When calls may start where the contacts are that were looked at; else in the campaign's zone. */
  openWeek(hours: CallingHours): OpenWeek {
    const now = this.clock.now();
    const places = [...(this.known.get(hours)?.keys() ?? [])].slice(0, MOST_PLACES);
    const known = this.weeks.get(hours);
    const isKnown = known?.places === places.length && known.at <= now;
    if (isKnown && now < known.at + LONGEST_TRUST) return known.week;
    const zones = places.length > 0 ? places.map((key) => key.split(",")) : [[hours.timeZone]];
    const week = OpenWeek.from(hours.slots, zones, now);
    this.weeks.set(hours, { week, at: now, places: places.length });
    return week;
  }
}

/** Those of further places do not change the picture. */
const MOST_PLACES = 8;

/** What is never open this week may be after a change of the clocks. */
const LONGEST_TRUST = HOUR;
