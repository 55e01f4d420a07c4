import type {
  DoNotCallEntry,
  DoNotCallSource,
  DoNotCallSummary,
  PutOnList,
} from "../../../../shared/do-not-call";
import type { Instant } from "../../../../shared/instant";
import { formatCount, formatDay, formatFromNow, formatNumberOf } from "../../../ui/format";

export const SOURCE_WORDS: Readonly<Record<DoNotCallSource, string>> = {
  supervisor: "By hand",
  file: "File",
  call: "On a call",
};

export function hasExpired(
  { expiresAt }: Pick<DoNotCallEntry, "expiresAt">,
  now: Instant,
): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** The last day on which the number is not called. */
export function lastDay(expiresAt: Instant, zone: string): string {
  return formatDay(expiresAt - 1, zone);
}

/** "For good", "Until 3 Mar 2027", "Expired 3 Mar 2026". */
export function untilWords(
  entry: Pick<DoNotCallEntry, "expiresAt">,
  zone: string,
  now: Instant,
): string {
  if (entry.expiresAt === null) return "For good";
  const day = lastDay(entry.expiresAt, zone);
  return hasExpired(entry, now) ? `Expired ${day}` : `Until ${day}`;
}

/** "1,204,331 numbers · 312 of them expired · last imported 3 days ago (national.csv)". */
export function summaryWords({ numbers, expired, lastImport }: DoNotCallSummary, now: Instant) {
  return [
    formatNumberOf(numbers, "number"),
    ...(expired > 0 ? [`${formatNumberOf(expired, "of them", "of them")} expired`] : []),
    lastImport === null
      ? "no list was ever imported"
      : // The clock may have been set back since.
        `last imported ${formatFromNow(Math.min(lastImport.at, now), now)} (${lastImport.fileName})`,
  ].join(" · ");
}

/** "3 numbers added · 1 on the list already, now for longer · 2 on the list already". */
export function addedWords({ added, extended, unchanged }: PutOnList): string {
  return [
    `${formatNumberOf(added, "number")} added`,
    ...(extended > 0 ? [`${formatCount(extended)} on the list already, now for longer`] : []),
    ...(unchanged > 0 ? [`${formatCount(unchanged)} on the list already`] : []),
  ].join(" · ");
}

/** "12 stay on the list". */
export function stayWords(numbers: number): string {
  return `${formatCount(numbers)} ${numbers === 1 ? "stays" : "stay"} on the list`;
}

export function restoredWords(restored: number): string {
  return `${formatNumberOf(restored, "number is", "numbers are")} on the list again.`;
}
