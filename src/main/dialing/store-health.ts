import { BackOff } from "./back-off";
import type { DialerEnvironment } from "./environment";

/** What went wrong with the store, and how long nothing is started for it. */
export class StoreHealth {
  private readonly backOff: BackOff;

  constructor(private readonly env: Pick<DialerEnvironment, "clock" | "random" | "log">) {
    this.backOff = new BackOff(env.random);
  }

  fault(what: string, fault: unknown): void {
    this.env.log.error(`The store failed: ${what}`, fault);
    this.backOff.fault(this.env.clock.monotonic(), { reason: what, retryAfterMs: null });
  }

  wentWell(): void {
    this.backOff.wentWell();
  }

  /** Milliseconds for which it is left alone. */
  get wait(): number {
    return this.backOff.wait(this.env.clock.monotonic());
  }
}
