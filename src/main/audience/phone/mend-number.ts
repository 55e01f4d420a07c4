import type { CountryCode } from "libphonenumber-js/max";
import { territoryOf } from "./territory";

/**
 * What spreadsheets make of numbers, unmade where the digits are all there.
 *
 * @returns the cell unless it was shortened to 4.15555E+09; then its digits, or null where some are lost
 */
export function withoutExponent(text: string): string | null {
  const match = /^(\+?)(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text);
  if (match === null) return text;
  const [, plus = "", first = "", rest = "", exponent = ""] = match;
  return rest.length === Number(exponent) ? `${plus}${first}${rest}` : null;
}

/**
 * The number with the zero that a spreadsheet may have dropped, where numbers of the country begin
 * with one, as in Italy; null where they do not, or something else than digits is there. A zero that
 * is only dialed before them is missed by nobody.
 */
export function withItsZero(text: string, defaultCountry: CountryCode): string | null {
  if (!/^[1-9][\d ()-]*$/.test(text)) return null;
  const digits = `0${text.replace(/\D/g, "")}`;
  return territoryOf(defaultCountry).national.test(digits) ? digits : null;
}
