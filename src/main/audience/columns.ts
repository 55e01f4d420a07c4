import { withoutFormulaGuard } from "../files/formula";
import type { SourceRow } from "./source-rows";

/**
 * Names of the columns: headers made unique and never empty, "Column 1" and so on where there are
 * none. A column without a header counts when most rows fill it.
 */
export function columnsOf(header: SourceRow | null, body: readonly SourceRow[]): string[] {
  const headers = (header?.cells ?? []).map((cell) => withoutFormulaGuard(cell).trim());
  const width = Math.max(filledWidth(headers), usualWidth(body));
  return uniqueHeaders(Array.from({ length: width }, (_, at) => headers[at] ?? ""));
}

export function uniqueHeaders(headers: readonly string[]): string[] {
  const taken = new Set<string>(headers);
  const seen = new Set<string>();
  return headers.map((header, at) => {
    const name = header === "" ? `Column ${at + 1}` : header;
    if (header !== "" && !seen.has(name)) {
      seen.add(name);
      return name;
    }
    const unique = firstFree(name, taken);
    taken.add(unique);
    return unique;
  });
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) {
    const candidate = `${name} (${number})`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** How many cells there are up to the last one that is filled. */
export function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
}

/** The width that most rows have; of two equally common ones the wider. */
function usualWidth(rows: readonly SourceRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells, problem } of rows) {
    const width = problem === null ? filledWidth(cells) : 0;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const byCommonness = [...counts].sort(([a, times], [b, more]) => more - times || b - a);
  return byCommonness[0]?.[0] ?? 0;
}
