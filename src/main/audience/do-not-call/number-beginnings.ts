import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";

/** Each once; those that begin with another's, such as 1 and 1-242, are the same code here. */
const CALLING_CODES = [...new Set(getCountries().map((country) => getCountryCallingCode(country)))];

/**
 * How numbers begin in E.164 that begin as typed, with their country code or without: "+44 20",
 * "0044 20", "(415) 555", "020 7183". None begins with another, so that nothing is found twice.
 */
export function numberBeginnings(typed: string): readonly string[] {
  const digits = typed.replace(/\D/g, "");
  if (digits === "" || /\p{L}/u.test(typed)) return [];
  if (/^\s*\+/.test(typed)) return [`+${digits}`];
  if (digits.startsWith("00")) return [`+${digits.slice(2)}`];
  // At home, many countries write a 0 before the number; abroad, only few keep it.
  const national = [digits, digits.replace(/^0/, "")].filter((start) => start !== "");
  const beginnings = [
    ...(digits.startsWith("0") ? [] : [`+${digits}`]),
    ...CALLING_CODES.flatMap((code) => national.map((start) => `+${code}${start}`)),
  ];
  return withoutThoseInside(beginnings);
}

/** Sorted, whatever begins with another comes right after it, or after one that does too. */
function withoutThoseInside(beginnings: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const beginning of [...beginnings].sort()) {
    const last = kept.at(-1);
    if (last === undefined || !beginning.startsWith(last)) kept.push(beginning);
  }
  return kept;
}
