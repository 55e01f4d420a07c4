import type { Clock, Timer } from "./ports";

/** Runs soon after it is asked to, but at most once in so many milliseconds. */
export class Throttle {
  private ranAt = -Infinity;
  private timer: Timer | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly interval: number,
    private readonly run: () => void,
  ) {}

  readonly ask = (): void => {
    if (this.timer) return;
    const wait = Math.max(0, this.ranAt + this.interval - this.clock.monotonic());
    this.timer = this.clock.schedule(Math.ceil(wait), () => {
      this.timer = null;
      this.ranAt = this.clock.monotonic();
      this.run();
    });
  };

  cancel(): void {
    this.timer?.cancel();
    this.timer = null;
  }
}
