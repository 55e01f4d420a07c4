import fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberWithError,
  type CountryCode,
} from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { readPlainNumber } from "../../../src/main/audience/phone/plain-number";

/** The whole way through the library; null where it finds no valid number. */
function theLibraryReads(text: string, defaultCountry: CountryCode) {
  try {
    const found = parsePhoneNumberWithError(text, { defaultCountry, extract: false });
    if (found.ext !== undefined || !found.isValid()) return null;
    return { number: found.number, country: found.country, lineType: found.getType() };
  } catch {
    return null;
  }
}

function ways(country: CountryCode): string[] {
  const number = getExampleNumber(country, examples)!;
  const { nationalNumber } = number;
  return [
    number.number,
    number.formatInternational(),
    number.formatNational(),
    nationalNumber,
    `0${nationalNumber}`,
    `1${nationalNumber}`,
    `00${number.countryCallingCode}${nationalNumber}`,
    `${number.countryCallingCode}${nationalNumber}`,
  ];
}

const countries = getCountries();

describe("the quick way to read a number", () => {
  it("reads the example number of every country as the library does", () => {
    for (const country of countries) {
      const { number } = getExampleNumber(country, examples)!;
      const quick = readPlainNumber(number, "US");
      if (quick !== null) expect(quick, number).toEqual(theLibraryReads(number, "US"));
    }
  });

  it("never says otherwise than the library, however the examples are written, wherever", () => {
    for (const country of countries) {
      for (const home of [country, "US", "IT", "BR", "MX", "RU"] as const) {
        for (const text of ways(country)) {
          const quick = readPlainNumber(text, home);
          if (quick !== null)
            expect(quick, `${text} in ${home}`).toEqual(theLibraryReads(text, home));
        }
      }
    }
  }, 60_000);

  it("never says otherwise than the library, for any digits in any country", () => {
    const country = fc.constantFrom(...countries);
    const digits = fc.string({
      unit: fc.constantFrom("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
      minLength: 4,
      maxLength: 14,
    });
    const written = fc.oneof(
      digits,
      digits.map((text) => `+${text}`),
      country.chain((of) => digits.map((text) => `+${getCountryCallingCode(of)}${text}`)),
      digits.map((text) => `(${text.slice(0, 3)}) ${text.slice(3, 6)}-${text.slice(6)}`),
    );
    fc.assert(
      fc.property(written, country, (text, home) => {
        const quick = readPlainNumber(text, home);
        if (quick !== null) expect(quick).toEqual(theLibraryReads(text, home));
      }),
      { numRuns: 20_000 },
    );
  }, 120_000);

  it("never says otherwise than the library, for examples with digits changed", () => {
    const country = fc.constantFrom(...countries);
    const changed = fc
      .tuple(country, fc.nat(14), fc.nat(9), fc.nat(14), fc.nat(9), fc.boolean())
      .map(([of, first, one, second, other, isNational]) => {
        const { nationalNumber, countryCallingCode } = getExampleNumber(of, examples)!;
        const digits = Array.from(nationalNumber);
        digits[first % digits.length] = String(one);
        digits[second % digits.length] = String(other);
        const text = digits.join("");
        return { text: isNational ? text : `+${countryCallingCode}${text}`, home: of };
      });
    fc.assert(
      fc.property(changed, ({ text, home }) => {
        const quick = readPlainNumber(text, home);
        if (quick !== null) expect(quick).toEqual(theLibraryReads(text, home));
      }),
      { numRuns: 20_000 },
    );
  }, 120_000);

  it("is sure of nearly every valid number that is written plainly", () => {
    const sure = countries.filter((country) => {
      const { number } = getExampleNumber(country, examples)!;
      return readPlainNumber(number, "US") !== null;
    });
    expect(sure.length).toBeGreaterThan(countries.length * 0.98);
    const atHome = countries.filter((country) => {
      const { nationalNumber } = getExampleNumber(country, examples)!;
      return readPlainNumber(nationalNumber, country) !== null;
    });
    expect(atHome.length).toBeGreaterThan(countries.length * 0.8);
  });
});
