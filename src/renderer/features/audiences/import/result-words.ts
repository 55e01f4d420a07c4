import { SKIPPED, type ImportResult, type Remark } from "../../../../shared/audience";
import { countryName } from "../../../ui/countries";
import { formatCount, formatNumberOf } from "../../../ui/format";

/** Where nothing was refused. */
export function wholeWords({ updated }: ImportResult): string {
  return updated === 0
    ? "Every row was imported."
    : "Every row was imported, or has updated a contact.";
}

export function refusalWords(result: ImportResult, country: string): string[] {
  const { audienceId, imported, updated } = result;
  const skipped = skippedRows(result);
  const refused = result.refused - skipped;
  if (audienceId === null) {
    return refused === 0
      ? ["Nothing was imported: every row was skipped."]
      : [
          "Nothing was imported: every row was refused.",
          ...countryWords(result, country),
          "Check which column is Phone; or save the refused rows, mend them, and import that file.",
        ];
  }
  const counts = [
    `${formatNumberOf(imported, "contact")} imported`,
    ...(updated > 0 ? [`${formatNumberOf(updated, "row")} updated a contact`] : []),
    ...(skipped > 0 ? [`${formatNumberOf(skipped, "row")} skipped`] : []),
    ...(refused > 0 ? [`${formatNumberOf(refused, "row")} refused`] : []),
  ];
  return [
    `${counts.join(", ")}.`,
    ...countryWords(result, country),
    ...(refused > 0
      ? ["Save the refused rows, mend them, and append that file to this audience."]
      : []),
  ];
}

/** Where many numbers are wrong, the country may be what is. */
function countryWords({ rows, refusedByReason }: ImportResult, country: string): string[] {
  const invalid = refusedByReason["invalid-number"] ?? 0;
  return invalid > rows / 4
    ? [`Numbers without a country code were read as those of ${countryName(country)}.`]
    : [];
}

/** If not all are listed. */
export function shownOf({ refused, firstRefused }: ImportResult): string[] {
  const listed = firstRefused.length;
  return listed < refused ? [`The first ${formatCount(listed)} are listed here.`] : [];
}

export function remarkWords({ remarks }: ImportResult): string[] {
  return (Object.entries(remarks) as [Remark, number][]).map(([remark, rows]) =>
    REMARK_WORDS[remark](formatNumberOf(rows, "row")),
  );
}

const REMARK_WORDS: Readonly<Record<Remark, (rows: string) => string>> = {
  "mended-number": (rows) => `${rows}: the number was spoilt by a spreadsheet, and was mended.`,
  "alternate-phone": (rows) => `${rows}: Phone had no valid number, the first alternate is called.`,
  "unknown-time-zone": (rows) =>
    `${rows}: the time zone is not known, the number tells it instead.`,
};

function skippedRows({ refusedByReason }: ImportResult): number {
  return [...SKIPPED].reduce((sum, reason) => sum + (refusedByReason[reason] ?? 0), 0);
}
