import { callingWindow, type CallingSlot } from "./calling-hours";
import { HOUR, type Instant } from "./instant";

export interface CommonWindow {
  /** Whether calls may start by the clocks of all the zones. */
  readonly open: boolean;
  /** That holds from then… */
  readonly from: Instant;
  /** …to just before then; null: it is never open in all of them at once. */
  readonly until: Instant | null;
  /** While closed: the zone that is to open last. */
  readonly zone: string | null;
}

/** Hours come again each week; a day more, for clocks that are put back. */
const HORIZON = 8 * 24 * HOUR;

/** Whether it is calling hours in all of these zones at `now`, and until when that holds. */
export function commonWindow(
  slots: readonly CallingSlot[],
  zones: readonly string[],
  now: Instant,
): CommonWindow {
  const windows = zones.map((zone) => ({ zone, ...callingWindow(slots, zone, now) }));
  const closed = windows.filter(({ open }) => !open);
  const [last] = [...closed].sort((a, b) => b.until - a.until);
  if (!last) {
    const from = Math.max(...windows.map((window) => window.from));
    const until = Math.min(...windows.map((window) => window.until));
    return { open: true, from, until, zone: null };
  }
  const until = firstCommonOpening(slots, zones, last.until, now + HORIZON);
  return { open: false, from: now, until, zone: last.zone };
}

function firstCommonOpening(
  slots: readonly CallingSlot[],
  zones: readonly string[],
  from: Instant,
  horizon: Instant,
): Instant | null {
  for (let at = from; at <= horizon;) {
    const closedUntil = zones
      .map((zone) => callingWindow(slots, zone, at))
      .filter(({ open }) => !open)
      .map(({ until }) => until);
    if (closedUntil.length === 0) return at;
    at = Math.max(...closedUntil);
  }
  return null;
}
