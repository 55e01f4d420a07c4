import { SECOND } from "../../src/shared/instant";
import type { ClockRate } from "../../src/main/system-clock";

/**
 * Time in the soak runs so much faster than the computer's, for the carrier and the application
 * alike. The 45 s after which the application may take a call as not placed are then over two real
 * seconds: well beyond the pauses of a loaded computer.
 */
export const SPEED = 20;

/** As in life 30 s, by the soak's time. Real milliseconds. */
export const REQUEST_TIME_OUT = (30 * SECOND) / SPEED;

/** A moment of the soak's time, so that two runs show the same dates. */
const BEGINNING = Date.UTC(2027, 1, 1, 9);

export function timeFrom(now: number): ClockRate {
  return { anchorReal: now, anchorVirtual: BEGINNING, speed: SPEED };
}

/** Waits so many seconds of the soak's time. */
export function pass(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, (seconds * SECOND) / SPEED));
}
