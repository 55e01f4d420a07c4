import type { CountryCode } from "libphonenumber-js/max";
import type { FilePreview } from "../../shared/audience";
import type { FileHead } from "./head";
import { HEADER_WORDS, headerWords } from "./header-words";
import { isPhoneLike } from "./phone-like";
import { numbersIn } from "./phone/choose-phone";
import { readPhoneNumber } from "./phone-number";
import { timeZoneReader } from "./time-zone-cell";

/** Guesses from headers and cells which column is what. Without a likely phone column it names none. */
export function guessMapping(head: FileHead, homeCountry: CountryCode): FilePreview["guess"] {
  const columns = head.columns.map((title, at) => new Column(at, title, head));
  const phone = guessPhone(columns, homeCountry);
  const timeZone = guessTimeZone(columns);
  const others = columns.filter((column) => column !== phone && column !== timeZone);
  const alternates = others.filter(isPhoneToo);
  const externalId = guessExternalId(others);
  const nameless = others.filter((column) => !alternates.includes(column) && column !== externalId);
  const guess = {
    name: guessName(nameless, head.header !== null).map((column) => column.at),
    alternatePhones: alternates.map((column) => column.at),
    timeZone: timeZone?.at ?? null,
    externalId: externalId?.at ?? null,
    defaultCountry: phone === undefined ? homeCountry : usualCountry(phone, homeCountry),
  };
  return phone === undefined ? guess : { ...guess, phone: phone.at };
}

class Column {
  readonly at: number;
  readonly words: readonly string[];
  /** Row by row. */
  readonly rows: readonly string[];
  /** Cells that are filled. */
  readonly cells: readonly string[];
  /** Which share of the rows they are. */
  readonly filled: number;

  constructor(at: number, title: string, head: FileHead) {
    this.at = at;
    this.words = head.header === null ? [] : headerWords(title);
    this.rows = head.rows.map((row) => row.cells[at] ?? "");
    this.cells = this.rows.filter((cell) => cell.trim() !== "");
    this.filled = head.rows.length === 0 ? 0 : this.cells.length / head.rows.length;
  }

  has(words: ReadonlySet<string>): boolean {
    return this.words.some((word) => words.has(word)) || words.has(this.words.join(""));
  }

  share(test: (cell: string) => boolean): number {
    return this.cells.length === 0 ? 0 : this.cells.filter(test).length / this.cells.length;
  }
}

/** The header's word weighs as much as cells that are all valid numbers; a weak one only tips the scales. */
function guessPhone(columns: readonly Column[], homeCountry: CountryCode): Column | undefined {
  const likelihood = (column: Column) => {
    const looks = column.share(isPhoneLike);
    const valid = column.share((cell) => readPhoneNumber(cell, homeCountry).kind === "number");
    const named = column.has(HEADER_WORDS.phone) ? 2 : 0;
    const hinted = column.has(HEADER_WORDS.weakPhone) ? 0.25 : 0;
    const behind = column.has(HEADER_WORDS.secondary) ? 1 : 0;
    // One that most rows leave empty is nobody's first number.
    return (looks + valid) * column.filled + named + (looks > 0 ? hinted : 0) - behind;
  };
  const candidates = columns.filter((column) => !column.has(HEADER_WORDS.fax));
  return best(candidates, likelihood, 0.5);
}

/** Called so, and not filled with something else. Cells alone would make any figure a number. */
function isPhoneToo(column: Column): boolean {
  const holdsNumbers = (cell: string) => numbersIn(cell).every(isPhoneLike);
  const isFilledWithNumbers = column.cells.length === 0 || column.share(holdsNumbers) > 0.5;
  return column.has(HEADER_WORDS.phone) && !column.has(HEADER_WORDS.fax) && isFilledWithNumbers;
}

function guessTimeZone(columns: readonly Column[]): Column | undefined {
  const zonesIn = timeZoneReader();
  const isZone = (cell: string) => Array.isArray(zonesIn(cell));
  const byLook = best(columns, (column) => column.share(isZone), 0.5);
  return byLook ?? columns.find((column) => column.has(HEADER_WORDS.timeZone));
}

/** No two contacts have the same. */
function guessExternalId(columns: readonly Column[]): Column | undefined {
  return columns.find(
    (column) =>
      column.has(HEADER_WORDS.externalId) && new Set(column.cells).size === column.cells.length,
  );
}

function guessName(columns: readonly Column[], hasHeader: boolean): Column[] {
  const candidates = columns.filter((column) => !column.has(HEADER_WORDS.notAName));
  const first = candidates.find((column) => column.has(HEADER_WORDS.firstName));
  const last = candidates.find((column) => column !== first && column.has(HEADER_WORDS.lastName));
  const names = candidates.filter(
    (column) => column !== first && column !== last && column.has(HEADER_WORDS.name),
  );
  const [name] = names;
  // As in a file of ours: Name, and beside it the parts of which it was joined.
  const joined = names.find((column) => holdsParts(column, [first, last]));
  if (joined !== undefined) return [joined];
  if (first !== undefined && last !== undefined) return [first, last];
  // "Nom" beside "Prénom" is the last name, "Nombre" beside "Apellidos" the first.
  if (first !== undefined && name !== undefined) return isWhole(name) ? [name] : [first, name];
  if (last !== undefined && name !== undefined) return isWhole(name) ? [name] : [name, last];
  const one = name ?? first ?? last;
  if (one !== undefined) return [one];
  const byLook = hasHeader ? undefined : best(columns, (column) => column.share(isNameLike), 0.6);
  return byLook === undefined ? [] : [byLook];
}

/** Most cells hold those of all these columns, of which there is at least one. */
function holdsParts(column: Column, parts: readonly (Column | undefined)[]): boolean {
  const known = parts.filter((part) => part !== undefined);
  const holds = (cell: string, row: number) =>
    cell.trim() !== "" && known.every((part) => cell.includes(part.rows[row]!.trim()));
  return known.length > 0 && column.rows.filter(holds).length > column.rows.length / 2;
}

/** Says of itself that it holds first and last name. */
function isWhole(column: Column): boolean {
  return column.words.some((word) => word === "full" || word === "fullname" || word === "фио");
}

function isNameLike(cell: string): boolean {
  return /^[\p{L}\p{M}][\p{L}\p{M}'’. -]{1,60}$/u.test(cell.trim());
}

/** Where most numbers that carry a country code are from. */
function usualCountry(phone: Column, homeCountry: CountryCode): CountryCode {
  const counts = new Map<CountryCode, number>();
  for (const cell of phone.cells) {
    const verdict = readPhoneNumber(cell, homeCountry);
    if (verdict.kind !== "number" || verdict.country === null) continue;
    counts.set(verdict.country, (counts.get(verdict.country) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort(([, a], [, b]) => b - a);
  return commonest !== undefined && commonest[1] > phone.cells.length / 2
    ? commonest[0]
    : homeCountry;
}

/** The first of those that score highest, if it scores more than `least`. */
function best<T>(items: readonly T[], score: (item: T) => number, least: number): T | undefined {
  let found: { readonly item: T; readonly score: number } | undefined;
  for (const item of items) {
    const itsScore = score(item);
    if (itsScore > (found?.score ?? least)) found = { item, score: itsScore };
  }
  return found?.item;
}
