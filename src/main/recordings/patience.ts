import { HOUR, SECOND, type Instant } from "../../shared/instant";
import type { Fault } from "../dialing/ports";

const FIRST_DELAY = 5 * SECOND;
const LONGEST_DELAY = HOUR;

/** About a day of waiting. Twilio has recordings and transcripts ready within minutes. */
const MOST_WAITS = 34;
/** Some four days of an application that is open; a closed one tries nothing. */
const MOST_FAULTS = 100;

/** When to try again: soon at first, then ever later. */
export function nextTry(now: Instant, tries: number, fault: Fault | null): Instant {
  const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(tries, 20));
  const asked = fault?.kind === "carrier" ? (fault.retryAfterMs ?? 0) : 0;
  return now + Math.max(delay, asked);
}

/** Whether another try is of no use. `fault` null: the carrier answers, but has nothing ready. */
export function isHopeless(tries: number, fault: Fault | null): boolean {
  return tries >= (fault === null ? MOST_WAITS : MOST_FAULTS);
}
