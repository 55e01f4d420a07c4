import { isTimeZone } from "../../shared/time-zone";

/** One zone, or several between commas, semicolons or spaces, as an export writes them. */
export type TimeZoneReader = (cell: string) => readonly string[] | "unknown" | "empty";

/** Reads cells such as "Europe/Berlin"; each name is looked up once. */
export function timeZoneReader(): TimeZoneReader {
  const known = new Map<string, readonly string[] | "unknown">();
  return (cell) => {
    const text = cell.trim();
    if (text === "") return "empty";
    const found = known.get(text) ?? zonesIn(text);
    known.set(text, found);
    return found;
  };
}

function zonesIn(text: string): readonly string[] | "unknown" {
  const names = text.split(/[\s,;]+/).filter((name) => name !== "");
  return names.every(isRegion) ? names.map(inItsSpelling) : "unknown";
}

/** "EST" and "+01:00" are offsets: they know no summer. */
function isRegion(name: string): boolean {
  return (name.includes("/") || name.toUpperCase() === "UTC") && isTimeZone(name);
}

/** "europe/berlin" is known, and stored as everybody else writes it. */
function inItsSpelling(name: string): string {
  return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
}
