import type { ColumnMapping, CsvFormat, CsvPreview, PreviewContact } from "../../shared/audience";
import { contactReader, type RowOutcome } from "./contact-row";
import { guessMapping } from "./guess-mapping";
import { readHead } from "./head";
import { countryOfLocale } from "./phone-number";
import { withSourceFile } from "./source-file";
import { shortened } from "./shorten";

/** Looks at a file without importing anything. `locale`: the supervisor's, by which the default country is guessed. */
export function previewFile(
  path: string,
  chosen: Partial<CsvFormat>,
  locale: string,
): Promise<CsvPreview> {
  return withSourceFile(path, async (file) => {
    const head = await readHead(file, chosen);
    return {
      path,
      fileName: file.name,
      bytes: file.bytes,
      format: head.format,
      columns: [...head.columns],
      guess: guessMapping(head, countryOfLocale(locale)),
      rows: head.rows.map((row) => row.cells.map(shortened)),
    };
  });
}

/** The first rows as they would be stored, and which of them would be refused. */
export function previewContacts(
  path: string,
  format: CsvFormat,
  mapping: ColumnMapping,
): Promise<PreviewContact[]> {
  return withSourceFile(path, async (file) => {
    const head = await readHead(file, format);
    const reader = contactReader(head.columns, mapping);
    const firstLines = new Map<string, number>();
    return head.rows.map((row) => toPreview(reader.read(row), mapping, firstLines));
  });
}

function toPreview(
  outcome: RowOutcome,
  mapping: ColumnMapping,
  firstLines: Map<string, number>,
): PreviewContact {
  const { row } = outcome;
  if (outcome.kind === "refused") {
    const cell = (at: number) => shortened(row.cells[at] ?? "");
    const name = mapping.name.map(cell).join(" ").trim();
    const phone = cell(mapping.phone);
    return { line: row.line, name, phone, variables: {}, refused: outcome.detail };
  }
  const { contact } = outcome;
  const first = firstLines.get(contact.phone);
  if (first === undefined) firstLines.set(contact.phone, row.line);
  return {
    line: row.line,
    name: shortened(contact.name),
    phone: contact.phone,
    variables: Object.fromEntries(
      Object.entries(contact.variables).map(([name, value]) => [name, shortened(value)]),
    ),
    refused: first === undefined ? null : `Line ${first} has this number already.`,
  };
}
