import type { PauseReason } from "../../shared/campaign";
import type { AttemptId } from "../../shared/ids";
import { MINUTE } from "../../shared/instant";

const WINDOW = 2 * MINUTE;
const FEWEST_DIALS = 20;

interface Dial {
  readonly at: number;
  failed: boolean;
}

/**
 * Trips when more than half of at least 20 dials within two minutes failed on the carrier's side.
 * All moments are monotonic milliseconds.
 */
export class CircuitBreaker {
  /** In the order of their starts. */
  private readonly dials = new Map<AttemptId, Dial>();
  private failures = 0;

  dialed(attempt: AttemptId, at: number): void {
    this.dials.set(attempt, { at, failed: false });
    this.forgetBefore(at - WINDOW);
  }

  failed(attempt: AttemptId, now: number): void {
    this.forgetBefore(now - WINDOW);
    const dial = this.dials.get(attempt);
    if (!dial || dial.failed) return;
    dial.failed = true;
    this.failures += 1;
  }

  get tripped(): boolean {
    return this.dials.size >= FEWEST_DIALS && this.failures * 2 > this.dials.size;
  }

  reset(): void {
    this.dials.clear();
    this.failures = 0;
  }

  private forgetBefore(moment: number): void {
    for (const [attempt, dial] of this.dials) {
      if (dial.at >= moment) return;
      this.dials.delete(attempt);
      if (dial.failed) this.failures -= 1;
    }
  }
}

export const BREAKER_TRIPPED: PauseReason = {
  kind: "circuit-breaker",
  message: "More than half of the calls of the last two minutes failed at the carrier.",
  advice: "See whether the carrier reports an outage, then resume the campaign.",
};
