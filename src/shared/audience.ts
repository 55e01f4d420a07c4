import { z } from "zod";
import { audienceId } from "./ids";
import { instant } from "./instant";

export const audience = z.object({
  id: audienceId,
  name: z.string(),
  contacts: z.number().int(),
  /** Names of the columns kept as variables, in the file's order. */
  variables: z.array(z.string()),
  createdAt: instant,
  /** Names of campaigns that need it: drafts, running and paused ones. */
  neededBy: z.array(z.string()),
});
export type Audience = z.infer<typeof audience>;

export const audienceName = z
  .string()
  .trim()
  .min(1, "Give the audience a name.")
  .max(120, "The name may have at most 120 characters.");

/** Encodings in which lists of contacts are met, by the names that decoders know them by. */
export const textEncoding = z.enum([
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "windows-874",
  "iso-8859-2",
  "iso-8859-5",
  "koi8-r",
  "macintosh",
  "cp850",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "big5",
  "euc-kr",
]);
export type TextEncoding = z.infer<typeof textEncoding>;

/** How a file of text is read: CSV, TSV, TXT. */
export const csvFormat = z.object({
  kind: z.literal("text"),
  encoding: textEncoding,
  delimiter: z.enum([",", ";", "\t", "|"]),
  /** What holds cells together in which the delimiter or a line end stands; empty: nothing does. */
  quote: z.enum(['"', "'", ""]),
  hasHeader: z.boolean(),
});
export type CsvFormat = z.infer<typeof csvFormat>;

/** How an Excel workbook is read. */
export const workbookFormat = z.object({
  kind: z.literal("workbook"),
  sheet: z.string(),
  hasHeader: z.boolean(),
});
export type WorkbookFormat = z.infer<typeof workbookFormat>;

export const fileFormat = z.discriminatedUnion("kind", [csvFormat, workbookFormat]);
export type FileFormat = z.infer<typeof fileFormat>;

/** What the supervisor has chosen of it; what he has not is found out. */
export const chosenFormat = z.object({
  ...csvFormat.omit({ kind: true }).partial().shape,
  ...workbookFormat.omit({ kind: true }).partial().shape,
});
export type ChosenFormat = z.infer<typeof chosenFormat>;

const column = z.number().int().nonnegative();

/** Which column is what; every other column is kept as a variable under its header's name. */
export const columnMapping = z.object({
  /** One column, or first and last name to be joined; empty: contacts have no name. */
  name: z.array(column).max(2),
  phone: column,
  /** Further numbers. The first valid one is called where Phone has none. */
  alternatePhones: z.array(column).default([]),
  /** IANA names such as "America/New_York"; without it, the number tells the zone. */
  timeZone: column.nullable().default(null),
  /** The contact's key in another system. */
  externalId: column.nullable().default(null),
  /** ISO 3166 country of numbers written without a country code, such as "US". */
  defaultCountry: z.string().regex(/^[A-Z]{2}$/, "Choose a country."),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/** What becomes of a row whose number an earlier row, or the audience, has already. */
export const duplicateRule = z.enum([
  /** It is left out. */
  "skip",
  /** What it says replaces what was known of the contact. */
  "update",
  /** It becomes a contact of its own, which is called on its own. */
  "keep",
]);
export type DuplicateRule = z.infer<typeof duplicateRule>;

export const importRules = z.object({
  duplicates: duplicateRule.default("skip"),
  skipDoNotCall: z.boolean().default(true),
});
export type ImportRules = z.infer<typeof importRules>;

/** A chosen file, looked at but not yet imported. */
export const filePreview = z.object({
  path: z.string(),
  fileName: z.string(),
  bytes: z.number().int(),
  format: fileFormat,
  /** Of a workbook: all that it has. */
  sheets: z.array(z.string()),
  /** Headers, or "Column 1" and so on where the file has none. Unique and never empty. */
  columns: z.array(z.string()),
  guess: columnMapping.partial({ phone: true }),
  /** The first rows, as they stand in the file. */
  rows: z.array(z.array(z.string())),
});
export type FilePreview = z.infer<typeof filePreview>;

/** What was stored otherwise than it stands in the file. */
export const remark = z.enum(["mended-number", "alternate-phone", "unknown-time-zone"]);
export type Remark = z.infer<typeof remark>;

export const previewContact = z.object({
  line: z.number().int(),
  name: z.string(),
  /** E.164 where the number is valid, else as it stands in the file. */
  phone: z.string(),
  alternatePhones: z.array(z.string()),
  timeZones: z.array(z.string()),
  externalId: z.string(),
  variables: z.record(z.string(), z.string()),
  /** Why this row will be refused, or null. */
  refused: z.string().nullable(),
  /** Line of the first row with this number, if that is another. */
  duplicateOf: z.number().int().nullable(),
  remarks: z.array(remark),
});
export type PreviewContact = z.infer<typeof previewContact>;

/** The first rows as they would be stored. */
export const contactsPreview = z.object({
  contacts: z.array(previewContact),
  /** Set where most numbers without a country code are none of the default country. */
  wrongCountry: z
    .object({
      refused: z.number().int(),
      of: z.number().int(),
      /** A country in which they are numbers; null: none stands out. */
      better: z.string().nullable(),
    })
    .nullable(),
});
export type ContactsPreview = z.infer<typeof contactsPreview>;

/** The first three can be mended in the file; the others say that the row is not wanted. */
export const refusalReason = z.enum([
  "no-number",
  "invalid-number",
  "unreadable-row",
  "duplicate",
  "do-not-call",
]);
export type RefusalReason = z.infer<typeof refusalReason>;

export const REFUSAL_WORDS: Readonly<Record<RefusalReason, string>> = {
  "no-number": "No phone number",
  "invalid-number": "Invalid phone number",
  "unreadable-row": "The row cannot be read",
  duplicate: "The number is there already",
  "do-not-call": "On the do-not-call list",
};

/** Rows refused for these reasons are called skipped: nothing is wrong with them. */
export const SKIPPED: ReadonlySet<RefusalReason> = new Set(["duplicate", "do-not-call"]);

export const refusedRow = z.object({
  /** Line in the file, counted from 1, the header included. */
  line: z.number().int(),
  reason: refusalReason,
  detail: z.string(),
  /** The row's cells, as they stand in the file. */
  cells: z.array(z.string()),
});
export type RefusedRow = z.infer<typeof refusedRow>;

export const importResult = z.object({
  /** Null: nothing was stored. */
  audienceId: audienceId.nullable(),
  /** Those imported, updated and refused, together. */
  rows: z.number().int(),
  imported: z.number().int(),
  updated: z.number().int(),
  /** Those that were skipped are among them: nothing of them was stored either. */
  refused: z.number().int(),
  refusedByReason: z.partialRecord(refusalReason, z.number().int()),
  /** The first thousand refused rows; all of them are in the file that "Save refused rows" writes. */
  firstRefused: z.array(refusedRow),
  remarks: z.partialRecord(remark, z.number().int()),
});
export type ImportResult = z.infer<typeof importResult>;

export const importProgress = z.object({
  importId: z.string(),
  bytesRead: z.number().int(),
  bytes: z.number().int(),
  rows: z.number().int(),
  /** Rows per second since the start. */
  rate: z.number(),
  secondsLeft: z.number().nullable(),
});
export type ImportProgress = z.infer<typeof importProgress>;
