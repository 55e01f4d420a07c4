import { z } from "zod";
import { fileFormat, refusalReason, refusedRow } from "./audience";
import { instant } from "./instant";
import { phoneNumber } from "./phone-number";

/** The do-not-call list: numbers that no campaign calls. */

export const doNotCallSource = z.enum([
  /** Added by hand. */
  "supervisor",
  /** Imported. */
  "file",
  /** Asked for on a call. */
  "call",
]);
export type DoNotCallSource = z.infer<typeof doNotCallSource>;

export const doNotCallEntry = z.object({
  phone: phoneNumber,
  addedAt: instant,
  /** From then on it may be called again, and is listed as expired; null: for good. */
  expiresAt: instant.nullable(),
  source: doNotCallSource,
  note: z.string(),
});
export type DoNotCallEntry = z.infer<typeof doNotCallEntry>;

export const doNotCallSort = z.enum(["number", "added", "until"]);
export type DoNotCallSort = z.infer<typeof doNotCallSort>;

/** A search finds so many numbers at most: whoever sees as many types on. */
export const MOST_FOUND = 10_000;

export const doNotCallQuery = z.object({
  /** The beginning of a number, with or without its country code; empty: the whole list. */
  search: z.string().max(200),
  sort: doNotCallSort,
  descending: z.boolean(),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(500),
});
export type DoNotCallQuery = z.infer<typeof doNotCallQuery>;

export const doNotCallPage = z.object({
  total: z.number().int(),
  rows: z.array(doNotCallEntry),
});

export const doNotCallSummary = z.object({
  /** Expired ones included. */
  numbers: z.number().int(),
  expired: z.number().int(),
  lastImport: z.object({ at: instant, fileName: z.string(), numbers: z.number().int() }).nullable(),
});
export type DoNotCallSummary = z.infer<typeof doNotCallSummary>;

/** What numbers are put on the list with. */
export const listing = z.object({
  expiresAt: instant.nullable(),
  note: z.string().trim().max(500, "The note may have at most 500 characters."),
});
export type Listing = z.infer<typeof listing>;

const defaultCountry = z.string().regex(/^[A-Z]{2}$/, "Choose a country.");

/** So many numbers can be typed or pasted; more are a file's to bring. */
export const MOST_PASTED = 2_000;

/** Numbers as people write them, one a line or with commas between them. */
export const pastedNumbers = z.object({
  text: z.string().max(100_000, "This is too long. Import it as a file."),
  defaultCountry,
});
export type PastedNumbers = z.infer<typeof pastedNumbers>;

const refusedText = z.object({ text: z.string(), detail: z.string() });

/** What pasted text says, before anything is done with it. */
export const pastedCheck = z.object({
  numbers: z.number().int(),
  /** Of those, how many are on the list, expired ones included. */
  listed: z.number().int(),
  refused: z.array(refusedText),
});
export type PastedCheck = z.infer<typeof pastedCheck>;

/** What adding did. A number is never listed for shorter than it was. */
export const putOnList = z.object({
  added: z.number().int(),
  /** On the list before, now for longer. */
  extended: z.number().int(),
  /** On the list before for at least as long. */
  unchanged: z.number().int(),
});
export type PutOnList = z.infer<typeof putOnList>;

export const addedNumbers = putOnList.extend({ refused: z.array(refusedText) });
export type AddedNumbers = z.infer<typeof addedNumbers>;

export const removal = z.object({
  /** By which it can be undone, until the next removal or the end of the application. */
  removalId: z.number().int(),
  removed: z.number().int(),
});
export type Removal = z.infer<typeof removal>;

/** Where in a file the numbers are. */
export const numberColumns = z.object({
  /** The column with the numbers; two where the area code has its own, before the rest. */
  columns: z.array(z.number().int().nonnegative()).min(1, "Choose a column.").max(2),
  defaultCountry,
});
export type NumberColumns = z.infer<typeof numberColumns>;

export const previewNumber = z.object({
  line: z.number().int(),
  /** As it stands in the file. */
  written: z.string(),
  /** Null where it is refused. */
  phone: phoneNumber.nullable(),
  /** Why this row will be refused, or null. */
  refused: z.string().nullable(),
});
export type PreviewNumber = z.infer<typeof previewNumber>;

export const numberFile = z.object({
  path: z.string().min(1).max(4_096),
  format: fileFormat,
  mapping: numberColumns,
});

export const numbersImport = numberFile.extend({
  importId: z.string().min(1).max(64),
  ...listing.shape,
});

export const numbersImportResult = putOnList.extend({
  rows: z.number().int(),
  /** Rows whose number an earlier row has. */
  repeated: z.number().int(),
  refused: z.number().int(),
  refusedByReason: z.partialRecord(refusalReason, z.number().int()),
  /** The first thousand refused rows; all of them are in the file that "Save refused rows" writes. */
  firstRefused: z.array(refusedRow),
});
export type NumbersImportResult = z.infer<typeof numbersImportResult>;
