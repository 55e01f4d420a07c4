const TICK = 50;
/** Real milliseconds without a tick after which this process has stood still. */
const STANDSTILL = 500;

/**
 * Notices when this process itself could not run for a while: how old a request is that came
 * meanwhile cannot be told, so the carrier must not take it in.
 */
export class Stalls {
  count = 0;
  private lastTick = Date.now();
  private recoveredAt = -Infinity;
  private readonly timer = setInterval(() => this.tick(), TICK);

  /** Whether requests that come now may have waited at the door. */
  get doubtful(): boolean {
    this.tick();
    return Date.now() - this.recoveredAt < 2 * TICK;
  }

  close(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    const now = Date.now();
    if (now - this.lastTick > STANDSTILL) {
      this.count += 1;
      this.recoveredAt = now;
    }
    this.lastTick = now;
  }
}
