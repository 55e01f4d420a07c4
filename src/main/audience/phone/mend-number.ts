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

/** Digits alone, of which a spreadsheet may have dropped a zero at the beginning. */
export function mayLackItsZero(text: string): boolean {
  return /^[1-9][\d ()-]*$/.test(text);
}
