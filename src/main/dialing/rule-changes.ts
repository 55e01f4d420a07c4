import { SECOND } from "../../shared/instant";
import type { DialerEnvironment } from "./environment";
import type { Timer } from "./ports";
import type { StoreHealth } from "./store-health";

/** Until the disk takes it, it is tried so often. */
const AGAIN = 5 * SECOND;

/** Calling hours, the do-not-call list or attempt limits changed: whoever waits for one is due at once. */
export class RuleChanges {
  private again: Timer | null = null;
  private stopped = false;

  constructor(
    private readonly env: Pick<DialerEnvironment, "store" | "clock">,
    private readonly health: StoreHealth,
    private readonly onLookedAgain: () => void,
  ) {}

  /** Answers when that is on disk, or could not be written for now. */
  async lookAgain(): Promise<void> {
    const { store, clock } = this.env;
    this.again?.cancel();
    this.again = null;
    try {
      await store.lookAgain(["calling-hours", "attempt-limit", "do-not-call"], clock.now());
    } catch (fault) {
      this.health.fault("those who wait were not looked at again", fault);
      if (!this.stopped) this.again = clock.schedule(AGAIN, () => void this.lookAgain());
    }
    this.onLookedAgain();
  }

  stop(): void {
    this.stopped = true;
    this.again?.cancel();
  }
}
