import type { ComboboxItem } from "@mantine/core";

/** The IANA zones that this system knows, in their order, UTC among them. */
export const timeZones: readonly string[] = [
  ...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]),
].sort();

/** Zones whose name has all the words that were typed, in any order: "new york" finds America/New_York. */
export function zonesFor(options: readonly ComboboxItem[], search: string): ComboboxItem[] {
  const words = search
    .toLowerCase()
    .split(/[\s_/]+/)
    .filter(Boolean);
  return options.filter(({ value }) => {
    const name = value.toLowerCase();
    return words.every((word) => name.includes(word));
  });
}

/** How far a zone is from UTC at a moment: "GMT−5". Empty for a zone that is not known. */
export function offsetName(zone: string, at: Date): string {
  try {
    return (
      new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "shortOffset" })
        .formatToParts(at)
        .find(({ type }) => type === "timeZoneName")?.value ?? ""
    );
  } catch {
    return "";
  }
}
