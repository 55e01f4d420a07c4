import type { Instant } from "../../shared/instant";

/** Below this a difference is the answer's way and the header's whole seconds, not a wrong clock. */
const TOLERANCE_MS = 5_000;

/**
 * How far the carrier's clock is ahead of this computer's, as the Date header of its answers tells.
 * Supervisors' clocks are off by minutes at times; taken at their word, a lost call would be looked
 * for in the wrong minute and then dialed again.
 */
export class CarrierClock {
  private ahead = 0;

  constructor(private readonly now: () => Instant) {}

  heard(dateHeader: string | undefined): void {
    const theirs = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader);
    if (Number.isNaN(theirs)) return;
    const ahead = theirs - this.now();
    this.ahead = Math.abs(ahead) <= TOLERANCE_MS ? 0 : ahead;
  }

  here(): Instant {
    return this.now();
  }

  toTheirs(here: Instant): Instant {
    return here + this.ahead;
  }

  toOurs(theirs: Instant): Instant {
    return Math.max(0, theirs - this.ahead);
  }
}
