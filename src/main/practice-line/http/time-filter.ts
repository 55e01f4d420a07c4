type TimeFilter = (moment: number | null) => boolean;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Reads `Name`, `Name<` and `Name>` of a query: a day or a moment. Bounds belong to what they
 * bound, and moments count in whole seconds, as they are shown. What has no time yet does not match
 * once any bound is given.
 */
export function timeFilter(query: URLSearchParams, name: string): TimeFilter {
  const bounds: ((second: number) => boolean)[] = [];
  const exact = query.get(name);
  const latest = bound(query.get(`${name}<`));
  const earliest = bound(query.get(`${name}>`));
  if (latest !== null) bounds.push((second) => second <= latest);
  if (earliest !== null) bounds.push((second) => second >= earliest);
  const from = bound(exact);
  if (from !== null) {
    const until = from + (isDay(exact) ? DAY_MS : 1000);
    bounds.push((second) => second >= from && second < until);
  }
  return (moment) => {
    if (bounds.length === 0) return true;
    if (moment === null) return false;
    const second = Math.floor(moment / 1000) * 1000;
    return bounds.every((holds) => holds(second));
  };
}

function bound(text: string | null): number | null {
  if (text === null || text === "") return null;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : moment;
}

function isDay(text: string | null): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");
}
