import type { CallingHours } from "../../shared/calling-hours";
import { commonWindow, type CommonWindow } from "../../shared/common-window";
import { HOUR } from "../../shared/instant";
import type { Clock } from "./ports";

/** Reckoning with time zones is slow, and what holds in some holds for a while, for all their contacts. */
export class CallingWindows {
  private readonly known = new WeakMap<CallingHours, Map<string, CommonWindow>>();

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
}

/** What is never open this week may be after a change of the clocks. */
const LONGEST_TRUST = HOUR;
