import { AppFailure } from "../../../shared/app-error";
import type { NumberColumns } from "../../../shared/do-not-call";
import type { PhoneNumber } from "../../../shared/phone-number";
import { withoutFormulaGuard } from "../../files/formula";
import type { Refusal } from "../contact-row";
import { knownCountry, readPhoneNumber } from "../phone-number";
import type { SourceRow } from "../source-rows";

export type NumberOutcome =
  | { readonly kind: "number"; readonly row: SourceRow; readonly number: PhoneNumber }
  | ({ readonly kind: "refused" } & Refusal);

/**
 * How a file's rows become numbers. Other columns are of no interest, however many a row has.
 * @throws AppFailure when the mapping does not fit the columns
 */
export function numberReader(
  columns: readonly string[],
  mapping: NumberColumns,
): (row: SourceRow) => NumberOutcome {
  const country = knownCountry(mapping.defaultCountry);
  if (mapping.columns.some((at) => at >= columns.length)) throw columnGone();
  return (row) => {
    if (row.problem !== null) {
      return { kind: "refused", row, reason: "unreadable-row", detail: row.problem };
    }
    const verdict = readPhoneNumber(writtenNumber(row, mapping), country);
    return verdict.kind === "number"
      ? { kind: "number", row, number: verdict.number }
      : { kind: "refused", row, reason: verdict.reason, detail: verdict.detail };
  };
}

/** As it stands in the file; an area code comes before the rest. */
export function writtenNumber({ cells }: SourceRow, { columns }: NumberColumns): string {
  return columns
    .map((at) => withoutFormulaGuard(cells[at] ?? "").trim())
    .join(" ")
    .trim();
}

function columnGone(): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: "The column chosen for the numbers is not in the file.",
    advice: "Choose another column.",
    field: "mapping.columns",
  });
}
