/** Time as the practice line sees it: epoch milliseconds, which may run faster than the wall's. */
export interface PracticeClock {
  now(): number;
}

/** Ties the practice line's time to the wall's. Plain data, so that it crosses to a worker. */
export interface ClockSetting {
  /** Epoch milliseconds on the practice line at the wall's `anchorReal`. */
  readonly anchorVirtual: number;
  readonly anchorReal: number;
  /** 1 is real time; 60 lets a minute pass in a second. */
  readonly speed: number;
}

export function practiceClock(setting: ClockSetting, wall: () => number = Date.now): PracticeClock {
  const { anchorVirtual, anchorReal, speed } = setting;
  return { now: () => Math.round(anchorVirtual + (wall() - anchorReal) * speed) };
}
