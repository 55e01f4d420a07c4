const count = new Intl.NumberFormat("en-US");

/** 4812 → "4,812". */
export function formatCount(value: number): string {
  return count.format(value);
}
