import { MINUTE, SECOND } from "../../shared/instant";
import type { Random } from "./ports";

const FIRST = SECOND;
const LONGEST = MINUTE;

/** Patience after faults of the carrier: waits double, up to a minute, and are not all alike. */
export class BackOff {
  private faults = 0;
  private until = -Infinity;
  private reason = "";

  constructor(private readonly random: Random) {}

  /** Whether this fault is the first after all was well. */
  fault(
    now: number,
    { reason, retryAfterMs }: { readonly reason: string; readonly retryAfterMs: number | null },
  ): { readonly first: boolean } {
    const doubled = Math.min(LONGEST, FIRST * 2 ** this.faults);
    const jittered = doubled * (0.5 + this.random() / 2);
    this.until = Math.max(this.until, now + Math.max(jittered, retryAfterMs ?? 0));
    this.reason = reason;
    // Faults of requests that went out together count once: only the first makes the wait longer.
    if (now >= this.countedUntil) {
      this.faults += 1;
      this.countedUntil = this.until;
    }
    return { first: this.faults === 1 };
  }

  private countedUntil = -Infinity;

  /** An answer came: all is well, but what the carrier asked for is still waited for. */
  wentWell(): void {
    this.faults = 0;
    this.countedUntil = -Infinity;
  }

  wait(now: number): number {
    return Math.max(0, this.until - now);
  }

  get message(): string {
    return this.reason;
  }
}
