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
  const inName = sql<boolean>`name like ${containing(text)} escape '\\'`;
  return digits === null ? inName : sql`(${inName} or phone like ${containing(digits)})`;
}

/** The digits of what may be part of a number; null: it is none. */
export function writtenNumber(text: string): string | null {
  const digits = NUMBER_AS_WRITTEN.test(text) ? text.replace(/\D/g, "") : "";
  return digits === "" ? null : digits;
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
