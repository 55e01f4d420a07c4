import { AppFailure } from "../../shared/app-error";
import type { ColumnMapping, RefusalReason } from "../../shared/audience";
import type { NewContact } from "../storage";
import { filledWidth } from "./columns";
import { withoutFormulaGuard } from "../files/formula";
import { knownCountry, readPhoneNumber } from "./phone-number";
import type { CsvRow } from "./row-splitter";

export interface Refusal {
  readonly row: CsvRow;
  readonly reason: RefusalReason;
  readonly detail: string;
}

export type RowOutcome =
  | { readonly kind: "contact"; readonly row: CsvRow; readonly contact: NewContact }
  | ({ readonly kind: "refused" } & Refusal);

export interface ContactReader {
  /** Names of the columns kept as variables, in the file's order. */
  readonly variables: readonly string[];
  read(row: CsvRow): RowOutcome;
}

/**
 * How rows become contacts. All columns but Phone and Name are kept as variables; first and last
 * name are kept too, so that {{first_name}} can be said. Empty cells make no variable.
 *
 * @throws AppFailure when the mapping does not fit the columns
 */
export function contactReader(columns: readonly string[], mapping: ColumnMapping): ContactReader {
  const country = knownCountry(mapping.defaultCountry);
  refuseUnknownColumns(columns, mapping);
  const taken = new Set([mapping.phone, ...(mapping.name.length === 1 ? mapping.name : [])]);
  const kept = columns.map((name, at) => ({ name, at })).filter(({ at }) => !taken.has(at));
  return {
    variables: kept.map(({ name }) => name),
    read(row) {
      const refused = (reason: RefusalReason, detail: string): RowOutcome => ({
        kind: "refused",
        row,
        reason,
        detail,
      });
      if (row.problem !== null) return refused("unreadable-row", row.problem);
      const width = filledWidth(row.cells);
      if (width > columns.length) return refused("unreadable-row", tooWide(width, columns.length));
      const cell = (at: number) => withoutFormulaGuard(row.cells[at] ?? "");
      const verdict = readPhoneNumber(cell(mapping.phone), country);
      if (verdict.kind === "refused") return refused(verdict.reason, verdict.detail);
      const contact = {
        line: row.line,
        name: joined(mapping.name.map(cell)),
        phone: verdict.number,
        variables: Object.fromEntries(
          kept.map(({ name, at }) => [name, cell(at)]).filter(([, value]) => value !== ""),
        ) as Record<string, string>,
      };
      return { kind: "contact", row, contact };
    },
  };
}

function refuseUnknownColumns(columns: readonly string[], mapping: ColumnMapping): void {
  if (mapping.phone >= columns.length) {
    throw new AppFailure({
      kind: "invalid-input",
      message: "No column is chosen for Phone.",
      advice: "Choose the column that holds the phone numbers.",
      field: "mapping.phone",
    });
  }
  if (mapping.name.some((at) => at >= columns.length)) {
    throw new AppFailure({
      kind: "invalid-input",
      message: "The column chosen for Name is not in the file.",
      advice: "Choose another column for Name, or none.",
      field: "mapping.name",
    });
  }
}

function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
}

function tooWide(width: number, columns: number): string {
  return `The row has ${width} cells, but there are ${columns} columns: a cell with the delimiter in it needs quotation marks.`;
}
