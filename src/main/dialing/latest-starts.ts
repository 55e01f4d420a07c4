/** Moments of the latest starts, in monotonic milliseconds, as many as a limit has to look back. */
export class LatestStarts {
  /** A ring: the newest stands before `next`. */
  private readonly moments: number[] = [];
  private next = 0;

  constructor(private readonly capacity: number) {}

  note(moment: number): void {
    this.moments[this.next] = moment;
    this.next = (this.next + 1) % this.capacity;
  }

  /** 1 is the newest; null when there have not been so many. */
  latest(n: number): number | null {
    if (n > this.moments.length) return null;
    const place = (this.next - n + this.capacity) % this.capacity;
    return this.moments[place] ?? null;
  }

  /** How many came after `moment`, as far as is looked back. */
  countAfter(moment: number): number {
    let count = 0;
    while ((this.latest(count + 1) ?? -Infinity) > moment) count += 1;
    return count;
  }
}
