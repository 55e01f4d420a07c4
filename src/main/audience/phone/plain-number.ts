import type { CountryCode, PhoneNumberType } from "libphonenumber-js/max";
import { countriesOf, lineTypeIn, territoryOf, type Territory } from "./territory";

export interface PlainNumber {
  /** E.164. */
  readonly number: string;
  readonly country: CountryCode;
  readonly lineType: PhoneNumberType;
}

/** How numbers are written that a machine wrote: digits, and nothing between them but these. */
const PLAIN = /^\+?\d[\d ()-]*$/;
const SEPARATORS = /[ ()-]/g;

/**
 * The quick way through libphonenumber's rules, its patterns compiled once, for numbers that are
 * written plainly and are valid: some twenty times as fast. Whatever it is not sure of is null, and
 * has to go the whole way; what it tells is exactly what the library tells.
 */
export function readPlainNumber(text: string, defaultCountry: CountryCode): PlainNumber | null {
  if (!PLAIN.test(text)) return null;
  const digits = text.replace(SEPARATORS, "");
  return digits.startsWith("+") ? international(digits) : inCountry(digits, defaultCountry);
}

function international(digits: string): PlainNumber | null {
  for (let length = 1; length <= 3; length += 1) {
    const callingCode = digits.slice(1, 1 + length);
    const countries = sharing(callingCode);
    if (countries.length > 0) return settled(countries[0]!, countries, digits.slice(1 + length));
  }
  return null;
}

function inCountry(digits: string, defaultCountry: CountryCode): PlainNumber | null {
  const territory = territoryOf(defaultCountry);
  const isAmbiguous =
    digits.startsWith("00") ||
    digits.startsWith(territory.callingCode) ||
    territory.internationalPrefix.test(digits);
  return isAmbiguous ? null : settled(territory, sharing(territory.callingCode), digits);
}

function settled(
  plan: Territory,
  sharing: readonly Territory[],
  digits: string,
): PlainNumber | null {
  const number = withoutNationalPrefix(plan, digits);
  if (number === null) return null;
  for (const territory of sharing) {
    const isAlone = sharing.length === 1;
    if (!isAlone && territory.leadingDigits?.test(number) === false) continue;
    const lineType = lineTypeIn(territory, number);
    if (lineType !== undefined) {
      const { callingCode, country } = territory;
      return { number: `+${callingCode}${number}`, country, lineType };
    }
    // Its first digits have settled which country's it is, and there it is none.
    if (territory.leadingDigits !== null) return null;
  }
  return null;
}

/** Null where the rules for leaving it out are more than leaving it out. */
function withoutNationalPrefix(territory: Territory, digits: string): string | null {
  const prefix = territory.nationalPrefix?.exec(digits)?.[0];
  if (prefix === undefined) return digits;
  if (territory.hasIntricatePrefix) return null;
  const rest = digits.slice(prefix.length);
  return territory.national.test(rest) ? rest : null;
}

const territoriesByCode = new Map<string, readonly Territory[]>();

function sharing(callingCode: string): readonly Territory[] {
  const known = territoriesByCode.get(callingCode);
  if (known !== undefined) return known;
  const found = countriesOf(callingCode).map(territoryOf);
  territoriesByCode.set(callingCode, found);
  return found;
}
