import { writtenNumber } from "../repositories/text-search";

/** As many as narrow a search down; more cost time and find the same. */
const MOST = 12;

/**
 * The question to `contact_text` that finds everybody who may contain what was typed in name or
 * number, and some who do not. Null where it cannot tell: fewer than three characters have no trigram.
 */
export function trigramQuery(typed: string): string | null {
  const text = typed.trim();
  const digits = writtenNumber(text);
  const questions = digits === null ? [text] : [text, digits];
  const trigrams = questions.map(trigramsOf);
  if (trigrams.some(({ length }) => length === 0)) return null;
  return trigrams.map((all) => `(${all.map(quoted).join(" AND ")})`).join(" OR ");
}

function trigramsOf(text: string): string[] {
  const characters = Array.from(text);
  const all = characters.slice(2).map((_, at) => characters.slice(at, at + 3).join(""));
  return [...new Set(all)].slice(0, MOST);
}

function quoted(trigram: string): string {
  return `"${trigram.replaceAll('"', '""')}"`;
}
