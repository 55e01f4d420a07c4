import type { Clock, Timer } from "../../src/main/dialing/ports";

interface Alarm {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/** Virtual time. Timers run in order, and everything that follows from one runs before the next. */
export class FakeClock implements Clock {
  private elapsed = 0;
  private slept = 0;
  private wallOffset: number;
  private alarms: Alarm[] = [];
  private ordered = 0;
  private live = 0;

  /** @param settled resolves when nothing is under way that does not wait for time */
  constructor(private readonly settled: () => Promise<void> = settle) {
    this.wallOffset = Date.UTC(2026, 10, 23, 9);
  }

  now(): number {
    return Math.floor(this.wallOffset + this.elapsed);
  }

  monotonic(): number {
    return this.elapsed;
  }

  schedule(delay: number, run: () => void): Timer {
    const alarm: Alarm = {
      at: this.elapsed + Math.max(0, delay),
      order: this.ordered++,
      run,
      cancelled: false,
    };
    push(this.alarms, alarm);
    this.live += 1;
    return {
      cancel: () => {
        if (!alarm.cancelled) this.live -= 1;
        alarm.cancelled = true;
      },
    };
  }

  /** Timers that have not run and were not cancelled. */
  get pending(): number {
    return this.live;
  }

  /** The wall clock is set forward, or back. */
  jump(milliseconds: number): void {
    this.wallOffset += milliseconds;
  }

  /** The computer sleeps: the world goes on, timers and the monotonic clock stand still. */
  sleep(milliseconds: number): void {
    this.slept += milliseconds;
    this.wallOffset += milliseconds;
  }

  /** The world's time, which goes on whatever this computer does. */
  world(): number {
    return this.elapsed + this.slept;
  }

  async advance(milliseconds: number): Promise<void> {
    const end = this.elapsed + milliseconds;
    await this.settled();
    for (let alarm = this.alarms[0]; alarm && alarm.at <= end; alarm = this.alarms[0]) {
      pop(this.alarms);
      if (alarm.cancelled) continue;
      this.elapsed = Math.max(this.elapsed, alarm.at);
      this.ring(alarm);
      await this.settled();
    }
    this.elapsed = end;
  }

  /** Runs timers until the condition holds; false when none is left, or after `limit` of time. */
  async advanceUntil(condition: () => boolean, limit: number): Promise<boolean> {
    const end = this.elapsed + limit;
    await this.settled();
    while (!condition()) {
      const alarm = this.alarms[0];
      if (!alarm || alarm.at > end) return false;
      pop(this.alarms);
      if (alarm.cancelled) continue;
      this.elapsed = Math.max(this.elapsed, alarm.at);
      this.ring(alarm);
      await this.settled();
    }
    return true;
  }

  /** Resolves with the promise's value, running timers for as long as it takes. */
  async until<T>(promise: Promise<T>, limit = 10 * 60_000): Promise<T> {
    let over = false;
    const done = () => {
      over = true;
    };
    promise.then(done, done);
    await this.settled();
    if (!over && !(await this.advanceUntil(() => over, limit))) {
      throw new Error("The promise did not settle in the time allowed");
    }
    return promise;
  }

  private ring(alarm: Alarm): void {
    alarm.cancelled = true;
    this.live -= 1;
    alarm.run();
  }
}

/** Lets everything run that does not wait for time. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const before = (a: Alarm, b: Alarm) => a.at < b.at || (a.at === b.at && a.order < b.order);

function push(heap: Alarm[], alarm: Alarm): void {
  let place = heap.length;
  heap.push(alarm);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap[parent] as Alarm;
    if (before(above, alarm)) break;
    heap[place] = above;
    heap[parent] = alarm;
    place = parent;
  }
}

function pop(heap: Alarm[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let place = 0;
  for (;;) {
    const left = 2 * place + 1;
    const right = left + 1;
    let least = left;
    if (right < heap.length && before(heap[right] as Alarm, heap[left] as Alarm)) least = right;
    const child = heap[least];
    if (!child || !before(child, last)) break;
    heap[place] = child;
    place = least;
  }
  heap[place] = last;
}
