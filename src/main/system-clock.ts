import type { Clock } from "./dialing/ports";

/** `setTimeout` takes at most this many milliseconds (24.8 days); longer waits come back early. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** How practice time runs: `speed` virtual milliseconds for each real one since `anchorReal`. */
export interface ClockRate {
  readonly anchorVirtual: number;
  readonly anchorReal: number;
  readonly speed: number;
}

/** The computer's own clock. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    schedule: (delay, run) => timer(delay, run),
  };
}

/** A clock for demonstrations on the practice line: an hour's campaign in a minute or two. */
export function fastClock(rate: ClockRate): Clock {
  return {
    now: () => Math.round(rate.anchorVirtual + (Date.now() - rate.anchorReal) * rate.speed),
    monotonic: () => performance.now() * rate.speed,
    schedule: (delay, run) => timer(delay / rate.speed, run),
  };
}

function timer(delay: number, run: () => void) {
  const handle = setTimeout(run, Math.min(Math.max(0, delay), LONGEST_TIMER));
  return { cancel: () => clearTimeout(handle) };
}
