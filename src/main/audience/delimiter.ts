import Papa from "papaparse";
import type { CsvFormat } from "../../shared/audience";

type Delimiter = CsvFormat["delimiter"];

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];

/**
 * The delimiter that cuts the first rows most evenly, or the one that Excel's own first line
 * `sep=;` names. Null: none is found, the rows have one cell each.
 */
export function detectDelimiter(text: string): Delimiter | null {
  const named = separatorLine(text.slice(0, text.indexOf("\n")));
  if (named !== null) return DELIMITERS.find((delimiter) => delimiter === named) ?? null;
  const { meta, errors } = Papa.parse(text, {
    delimitersToGuess: [...DELIMITERS],
    newline: "\n",
    preview: 1,
    skipEmptyLines: "greedy",
  });
  if (errors.some((error) => error.code === "UndetectableDelimiter")) return null;
  return DELIMITERS.find((delimiter) => delimiter === meta.delimiter) ?? null;
}

/** Excel writes and reads a first line like `sep=;`: an instruction, not a row. */
export function separatorLine(line: string): string | null {
  return /^"?sep=(.)"?$/i.exec(line)?.[1] ?? null;
}
