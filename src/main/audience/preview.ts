import type {
  ChosenFormat,
  ColumnMapping,
  ContactsPreview,
  FileFormat,
  FilePreview,
  PreviewContact,
} from "../../shared/audience";
import { contactReader, type RowOutcome } from "./contact-row";
import { guessMapping } from "./guess-mapping";
import { readHead } from "./head";
import { countryOfLocale, knownCountry } from "./phone-number";
import { shortened } from "./shorten";
import { withSourceFile } from "./source-file";
import { wrongCountry } from "./suggest-country";

/** Looks at a file without importing anything. `locale`: the supervisor's, by which doubts are settled. */
export function previewFile(
  path: string,
  chosen: ChosenFormat,
  locale: string,
): Promise<FilePreview> {
  return withSourceFile(path, async (file) => {
    const head = await readHead(file, chosen, locale);
    return {
      path,
      fileName: file.name,
      bytes: file.bytes,
      format: head.format,
      sheets: [...head.sheets],
      columns: [...head.columns],
      guess: guessMapping(head, countryOfLocale(locale)),
      rows: head.rows.map((row) => row.cells.map(shortened)),
    };
  });
}

/** The first rows as they would be stored, and which of them would be refused. */
export function previewContacts(
  path: string,
  format: FileFormat,
  mapping: ColumnMapping,
  locale: string,
): Promise<ContactsPreview> {
  return withSourceFile(path, async (file) => {
    const head = await readHead(file, format, locale);
    const reader = contactReader(head.columns, mapping);
    const firstLines = new Map<string, number>();
    const numbers = head.rows.map(({ cells }) => cells[mapping.phone] ?? "");
    const chosen = knownCountry(mapping.defaultCountry);
    return {
      contacts: head.rows.map((row) => toPreview(reader.read(row), mapping, firstLines)),
      wrongCountry: wrongCountry(numbers, chosen, countryOfLocale(locale)),
    };
  });
}

function toPreview(
  outcome: RowOutcome,
  mapping: ColumnMapping,
  firstLines: Map<string, number>,
): PreviewContact {
  if (outcome.kind === "refused") return refusedPreview(outcome, mapping);
  const { row, contact } = outcome;
  const first = firstLines.get(contact.phone);
  if (first === undefined) firstLines.set(contact.phone, row.line);
  return {
    line: row.line,
    name: shortened(contact.name),
    phone: contact.phone,
    alternatePhones: [...(contact.alternatePhones ?? [])],
    timeZones: [...(contact.timeZones ?? [])],
    externalId: shortened(contact.externalId ?? ""),
    variables: Object.fromEntries(
      Object.entries(contact.variables).map(([name, value]) => [name, shortened(value)]),
    ),
    refused: null,
    duplicateOf: first ?? null,
    remarks: [...outcome.remarks],
  };
}

function refusedPreview(
  { row, detail }: Extract<RowOutcome, { kind: "refused" }>,
  mapping: ColumnMapping,
): PreviewContact {
  const cell = (at: number) => shortened(row.cells[at] ?? "");
  return {
    line: row.line,
    name: mapping.name.map(cell).join(" ").trim(),
    phone: cell(mapping.phone),
    alternatePhones: [],
    timeZones: [],
    externalId: "",
    variables: {},
    refused: detail,
    duplicateOf: null,
    remarks: [],
  };
}
