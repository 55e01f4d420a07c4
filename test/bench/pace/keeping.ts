/** How a pace was kept, from the moments of the starts in milliseconds. */
export interface Keeping {
  readonly starts: number;
  /** From the first start to the last. */
  readonly perMinute: number;
  readonly mostInAnyMinute: number;
  /** How much later than the pace allows after the start before it, at the 99th percentile. */
  readonly delayP99Ms: number;
}

const minute = 60_000;

/** @param pace starts per minute that were asked for. */
export function keepingOf(moments: readonly number[], pace: number): Keeping {
  const sorted = moments.toSorted((a, b) => a - b);
  const span = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  const delays = sorted
    .slice(1)
    .map((moment, before) => Math.max(0, moment - sorted[before]! - minute / pace))
    .sort((a, b) => a - b);
  return {
    starts: sorted.length,
    perMinute: span === 0 ? 0 : ((sorted.length - 1) / span) * minute,
    mostInAnyMinute: mostWithinAMinute(sorted),
    delayP99Ms: delays[Math.ceil(delays.length * 0.99) - 1] ?? 0,
  };
}

/** A window takes in its beginning and not its end. */
function mostWithinAMinute(sorted: readonly number[]): number {
  let most = 0;
  let first = 0;
  sorted.forEach((moment, index) => {
    while (moment - sorted[first]! >= minute) first++;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
