import { AppFailure } from "../../shared/app-error";
import type { ColumnMapping, RefusalReason, Remark } from "../../shared/audience";
import type { NewContact } from "../storage";
import { filledWidth } from "./columns";
import { withoutFormulaGuard } from "../files/formula";
import { choosePhone } from "./phone/choose-phone";
import { knownCountry } from "./phone-number";
import { zonesOfNumber } from "./phone/zones-of-number";
import type { SourceRow } from "./source-rows";
import { timeZoneReader } from "./time-zone-cell";
import { variablesReader } from "./variables";

export interface Refusal {
  readonly row: SourceRow;
  readonly reason: RefusalReason;
  readonly detail: string;
}

export type RowOutcome =
  | {
      readonly kind: "contact";
      readonly row: SourceRow;
      readonly contact: NewContact;
      readonly remarks: readonly Remark[];
    }
  | ({ readonly kind: "refused" } & Refusal);

export interface ContactReader {
  /** Names of the columns kept as variables, in the file's order. */
  readonly variables: readonly string[];
  read(row: SourceRow): RowOutcome;
}

/**
 * How rows become contacts. Columns that no role is given to are kept as variables; first and last
 * name are kept too, so that {{first_name}} can be said.
 *
 * @throws AppFailure when the mapping does not fit the columns
 */
export function contactReader(columns: readonly string[], mapping: ColumnMapping): ContactReader {
  const country = knownCountry(mapping.defaultCountry);
  refuseUnknownColumns(columns, mapping);
  const variables = variablesReader(columns, mapping);
  const zonesIn = timeZoneReader();
  const hasAlternates = mapping.alternatePhones.length > 0;

  const read = (row: SourceRow): RowOutcome => {
    const problem = row.problem ?? widthProblem(row, columns.length);
    if (problem !== null)
      return { kind: "refused", row, reason: "unreadable-row", detail: problem };
    const cell = (at: number) => withoutFormulaGuard(row.cells[at] ?? "");
    const alternates = hasAlternates ? mapping.alternatePhones.map(cell) : NO_CELLS;
    const chosen = choosePhone(cell(mapping.phone), alternates, country);
    if (chosen.kind === "refused") return { ...chosen, row };
    const { phone } = chosen;
    const zones = mapping.timeZone === null ? "empty" : zonesIn(cell(mapping.timeZone));
    const contact: NewContact = {
      line: row.line,
      name: joined(mapping.name.map(cell)),
      phone: phone.number,
      variables: variables.read(row.cells),
      country: phone.country,
      lineType: phone.lineType,
      timeZones: Array.isArray(zones) ? zones : zonesOfNumber(phone.number),
      zonesAreGiven: Array.isArray(zones),
      externalId: (mapping.externalId === null ? "" : cell(mapping.externalId).trim()) || null,
      alternatePhones: chosen.alternates,
    };
    const remarks = zones === "unknown" ? [...chosen.remarks, UNKNOWN_ZONE] : chosen.remarks;
    return { kind: "contact", row, contact, remarks };
  };
  return { variables: variables.names, read };
}

const UNKNOWN_ZONE: Remark = "unknown-time-zone";
const NO_CELLS: readonly string[] = [];

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
  if (parts.length === 1) return parts[0]!.trim();
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
}

function widthProblem({ cells }: SourceRow, columns: number): string | null {
  if (cells.length <= columns) return null;
  const width = filledWidth(cells);
  return width <= columns
    ? null
    : `The row has ${width} cells, but there are ${columns} columns: a cell with the delimiter in it needs quotation marks.`;
}
