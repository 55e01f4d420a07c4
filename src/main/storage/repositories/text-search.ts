import { sql, type RawBuilder } from "kysely";

/** What people write between the digits of a number. */
const NUMBER_AS_WRITTEN = /^[\d\s()+./-]+$/;

/**
 * Whether `name` or `phone` contains what was typed: "ann", "(415) 555". Null for nothing typed.
 * The columns have these names in both tables that are searched.
 */
export function nameOrNumberContains(typed: string): RawBuilder<boolean> | null {
  const text = typed.trim();
  if (text === "") return null;
  const digits = writtenNumber(text);
  const inName = nameContains(text);
  return digits === null ? inName : sql`(${inName} or phone like ${containing(digits)})`;
}

/** LIKE takes `a` for `A`, but not `ü` for `Ü`: beyond ASCII GLOB is told both. */
function nameContains(text: string): RawBuilder<boolean> {
  // eslint-disable-next-line no-control-regex -- these are all of ASCII
  if (/^[\x00-\x7f]*$/.test(text)) return sql`name like ${containing(text)} escape '\\'`;
  return sql`name glob ${`*${Array.from(text).map(inEitherCase).join("")}*`}`;
}

/** As a set of GLOB's, in which no sign but `]`, which is none outside, means anything else. */
function inEitherCase(character: string): string {
  if (character === "]" || character === "^") return character;
  const lower = character.toLowerCase();
  const cases = [lower, character.toUpperCase()].filter(
    // Not ß and SS, nor ı and I.
    (one) => Array.from(one).length === 1 && one.toLowerCase() === lower,
  );
  return `[${[...new Set([character, ...cases])].join("")}]`;
}

/** The digits of what may be part of a number; null: it is none. */
export function writtenNumber(text: string): string | null {
  const digits = NUMBER_AS_WRITTEN.test(text) ? text.replace(/\D/g, "") : "";
  return digits === "" ? null : digits;
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
