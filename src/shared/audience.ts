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

/** How a file is read. What the supervisor does not choose is found out. */
export const csvFormat = z.object({
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
  delimiter: z.enum([",", ";", "\t", "|"]),
  hasHeader: z.boolean(),
});
export type CsvFormat = z.infer<typeof csvFormat>;

/** Which column is what; every other column is kept as a variable under its header's name. */
export const columnMapping = z.object({
  /** One column, or first and last name to be joined; empty: contacts have no name. */
  name: z.array(z.number().int().nonnegative()).max(2),
  phone: z.number().int().nonnegative(),
  /** ISO 3166 country of numbers written without a country code, such as "US". */
  defaultCountry: z.string().regex(/^[A-Z]{2}$/, "Choose a country."),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/** A chosen file, looked at but not yet imported. */
export const csvPreview = z.object({
  path: z.string(),
  fileName: z.string(),
  bytes: z.number().int(),
  format: csvFormat,
  /** Headers, or "Column 1" and so on where the file has none. Unique and never empty. */
  columns: z.array(z.string()),
  guess: columnMapping.partial({ phone: true }),
  /** The first rows, as they stand in the file. */
  rows: z.array(z.array(z.string())),
});
export type CsvPreview = z.infer<typeof csvPreview>;

export const previewContact = z.object({
  line: z.number().int(),
  name: z.string(),
  /** E.164 where the number is valid, else as it stands in the file. */
  phone: z.string(),
  variables: z.record(z.string(), z.string()),
  /** Why this row will be refused, or null. */
  refused: z.string().nullable(),
});
export type PreviewContact = z.infer<typeof previewContact>;

export const refusalReason = z.enum(["no-number", "invalid-number", "duplicate", "unreadable-row"]);
export type RefusalReason = z.infer<typeof refusalReason>;

export const REFUSAL_WORDS: Readonly<Record<RefusalReason, string>> = {
  "no-number": "No phone number",
  "invalid-number": "Invalid phone number",
  duplicate: "The number is there already",
  "unreadable-row": "The row cannot be read",
};

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
  /** Null: every row was refused, and nothing was stored. */
  audienceId: audienceId.nullable(),
  rows: z.number().int(),
  imported: z.number().int(),
  refused: z.number().int(),
  refusedByReason: z.partialRecord(refusalReason, z.number().int()),
  /** The first thousand refused rows; all of them are in the file that "Save refused rows" writes. */
  firstRefused: z.array(refusedRow),
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
