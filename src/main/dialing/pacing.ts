import type { Instant } from "../../shared/instant";
import { LatestStarts } from "./latest-starts";

/**
 * A minute's calls are spread over this many milliseconds. The margin of 0.4 % keeps the pace true
 * where the carrier counts it, although requests take now more and now less time on their way.
 */
const SPREAD = 60_250;

/** No window of this length holds more starts than a minute may have. */
const GUARDED_WINDOW = 60_100;

/** A start that is late by no more than this keeps its place on the grid: timers jitter. */
const LATENESS = 50;

/** Starts are never closer than this part of what lies between them, also after a late one. */
const CLOSEST = 1 / 2;

/**
 * When a campaign's next call may start: at most Calls Per Minute in any 60 s, spread evenly.
 * Pace that was not used is not saved up. All moments are monotonic milliseconds.
 */
export class Pacer {
  private readonly interval: number;
  private readonly starts: LatestStarts;
  private readonly sends: LatestStarts;
  private due = -Infinity;
  private latest = -Infinity;

  constructor(private readonly callsPerMinute: number) {
    this.interval = SPREAD / callsPerMinute;
    this.starts = new LatestStarts(callsPerMinute);
    this.sends = new LatestStarts(callsPerMinute);
  }

  mayStartAt(): number {
    const closest = this.latest + this.interval * CLOSEST;
    return Math.max(this.due, closest, this.opensAfter(this.starts));
  }

  /** A start slightly late stays on the grid, a later one begins a new grid: nothing is made up. */
  started(moment: number): void {
    const onGrid = moment - this.due <= LATENESS;
    this.due = (onGrid ? this.due : moment) + this.interval;
    this.latest = moment;
    this.starts.note(moment);
  }

  /**
   * When a call whose intent is on disk may be sent: now, unless the disk took its time with the
   * ones before. It counts as sent then.
   */
  sendAt(now: number): number {
    const moment = Math.max(now, this.opensAfter(this.sends));
    this.sends.note(moment);
    return moment;
  }

  /** Starts within the last 60 s. */
  startsInLastMinute(now: number): number {
    return this.starts.countAfter(now - 60_000);
  }

  private opensAfter(moments: LatestStarts): number {
    return (moments.latest(this.callsPerMinute) ?? -Infinity) + GUARDED_WINDOW;
  }
}

/**
 * A call is sent so many milliseconds after its intent is dated, by the wall clock, or not at all:
 * after a restart only the intents' dates tell when calls were started.
 */
export const LATEST_SEND = 5_000;

/** One moment, by both clocks. */
export interface ClockReading {
  readonly now: Instant;
  readonly monotonic: number;
}

/**
 * The latest monotonic moments, oldest first, at which calls of an earlier run of the application can
 * have been sent.
 * @param starts dates of their intents by the wall clock, newest first; one in the future (the clock
 *   was set back) counts as just now.
 */
export function momentsOf(starts: readonly Instant[], clock: ClockReading): readonly number[] {
  return [...starts]
    .reverse()
    .map((start) => clock.monotonic - Math.max(0, clock.now - start - LATEST_SEND));
}

/** A pacer that knows the starts of an earlier run of the application; see `momentsOf`. */
export function restoredPacer(
  callsPerMinute: number,
  starts: readonly Instant[],
  clock: ClockReading,
): Pacer {
  const pacer = new Pacer(callsPerMinute);
  for (const moment of momentsOf(starts, clock)) {
    pacer.started(moment);
    pacer.sendAt(moment);
  }
  return pacer;
}
