export type RowKey = string | number;

/**
 * By how many places most rows have moved: the median, so that the one row that jumps to the top
 * does not take the screen with it.
 */
export function placesMoved(
  before: ReadonlyMap<RowKey, number>,
  indexNow: (key: RowKey) => number | undefined,
): number {
  const moves: number[] = [];
  for (const [key, index] of before) {
    const now = indexNow(key);
    if (now !== undefined) moves.push(now - index);
  }
  moves.sort((a, b) => a - b);
  return moves[Math.floor(moves.length / 2)] ?? 0;
}
