import { callingWindow, type CallingHours, type CallingWindow } from "../../shared/calling-hours";
import type { Clock } from "./ports";

/** Reckoning with time zones is slow, and what holds in one holds for a while, for all its contacts. */
export class CallingWindows {
  private readonly known = new WeakMap<CallingHours, Map<string, CallingWindow>>();

  constructor(private readonly clock: Pick<Clock, "now">) {}

  readonly windowIn = (hours: CallingHours, zone: string): CallingWindow => {
    const now = this.clock.now();
    const windows = this.known.get(hours) ?? new Map<string, CallingWindow>();
    this.known.set(hours, windows);
    const known = windows.get(zone);
    if (known && known.from <= now && now < known.until) return known;
    const window = callingWindow(hours.slots, zone, now);
    windows.set(zone, window);
    return window;
  };
}
