import {
  REFUSAL_WORDS,
  type CsvFormat,
  type RefusalReason,
  type RefusedRow,
} from "../../shared/audience";
import { uniqueHeaders } from "./columns";
import type { Refusal } from "./contact-row";
import { CsvOutput } from "../files/csv-output";
import { withoutFormulaGuard } from "../files/formula";
import { shortened } from "./shorten";

/** So many are shown at once; the file has them all. */
const SHOWN_ROWS = 1_000;

/** Refused rows go to a file as they come, so that a million of them need no memory. */
export class RefusedRows {
  readonly first: RefusedRow[] = [];
  readonly byReason: Partial<Record<RefusalReason, number>> = {};
  count = 0;
  private readonly output: CsvOutput;
  private readonly columns: number;
  private readonly delimiter: CsvFormat["delimiter"];

  private constructor(output: CsvOutput, columns: number, delimiter: CsvFormat["delimiter"]) {
    this.output = output;
    this.columns = columns;
    this.delimiter = delimiter;
  }

  /** The file gets the columns of the one that is imported, and the delimiter. */
  static async create(
    path: string,
    columns: readonly string[],
    delimiter: CsvFormat["delimiter"],
  ): Promise<RefusedRows> {
    const header = uniqueHeaders([...columns, "Line", "Reason"]);
    const output = await CsvOutput.create(path, { name: "Refused rows", delimiter, header });
    return new RefusedRows(output, columns.length, delimiter);
  }

  async add(refusals: readonly Refusal[]): Promise<void> {
    for (const refusal of refusals) this.tally(refusal);
    await this.output.write(refusals.map((refusal) => this.cells(refusal)));
  }

  close(): Promise<void> {
    return this.output.close();
  }

  private tally({ row, reason, detail }: Refusal): void {
    this.count += 1;
    this.byReason[reason] = (this.byReason[reason] ?? 0) + 1;
    if (this.first.length === SHOWN_ROWS) return;
    this.first.push({ line: row.line, reason, detail, cells: row.cells.map(shortened) });
  }

  /** Cells beyond the last column go into that one, so that Line and Reason keep their place. */
  private cells({ row, reason, detail }: Refusal): string[] {
    const fitting = row.cells.slice(0, this.columns - 1);
    const rest = row.cells.slice(this.columns - 1).join(this.delimiter);
    const cells = Array.from({ length: this.columns }, (_, at) =>
      withoutFormulaGuard(at === this.columns - 1 ? rest : (fitting[at] ?? "")),
    );
    return [...cells, String(row.line), `${REFUSAL_WORDS[reason]}. ${detail}`];
  }
}
