import { HOUR, SECOND, type Instant } from "../../shared/instant";
import type { Fault } from "../dialing/ports";
import type { AwaitedMedia } from "./ports";

const FIRST_DELAY = 5 * SECOND;
const LONGEST_DELAY = HOUR;

/** Twilio has recordings and transcripts ready within minutes; a day later they will not come. */
const LATEST_READY = 24 * HOUR;
/** Some four days of an application that is open. */
const MOST_TRIES = 100;

/** When to try again: soon at first, then ever later. */
export function nextTry(now: Instant, tries: number, fault: Fault | null): Instant {
  const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(tries, 20));
  const asked = fault?.kind === "carrier" ? (fault.retryAfterMs ?? 0) : 0;
  return now + Math.max(delay, asked);
}

/** Whether another try is of no use. `fault` null: the carrier answers, but has nothing ready. */
export function isHopeless(now: Instant, media: AwaitedMedia, fault: Fault | null): boolean {
  if (media.tries >= MOST_TRIES) return true;
  return fault === null && media.tries > 0 && now - media.endedAt > LATEST_READY;
}
