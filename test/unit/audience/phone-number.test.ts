import fc from "fast-check";
import type { CountryCode } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { AppFailure } from "../../../src/shared/app-error";
import { phoneNumber } from "../../../src/shared/phone-number";
import {
  countryOfLocale,
  knownCountry,
  readPhoneNumber,
} from "../../../src/main/audience/phone-number";

const numberOf = (cell: string, country: CountryCode = "US") => {
  const verdict = readPhoneNumber(cell, country);
  return verdict.kind === "number" ? verdict.number : verdict.detail;
};

describe("reading a phone number", () => {
  it.each([
    ["(415) 555-0123", "US", "+14155550123"],
    ["1.415.555.0123", "US", "+14155550123"],
    ["020 7946 0123", "GB", "+442079460123"],
    ["+44 (0)20 7946 0123", "US", "+442079460123"],
    ["0044 20 7946 0123", "FR", "+442079460123"],
    ["00 44 20 7946 0123", "US", "+442079460123"],
    ["00-49-30-23125417", "US", "+493023125417"],
    ["+0044 20 7946 0123", "US", "+442079460123"],
    ["011 44 20 7946 0123", "US", "+442079460123"],
    ["612345678", "FR", "+33612345678"],
    ["14155550123.0", "US", "+14155550123"],
    ['="4155550123"', "US", "+14155550123"],
    ["tel:+14155550123", "US", "+14155550123"],
    ["\u202a+1 415\u00a0555\u20110123\u202c", "US", "+14155550123"],
    ["٤١٥٥٥٥٠١٢٣", "US", "+14155550123"],
    ["4.155550123E+09", "US", "+14155550123"],
    ["4,155550123E+09", "US", "+14155550123"],
    ["+1.4155550123E+10", "DE", "+14155550123"],
    ["612345678", "IT", "+390612345678"],
  ] as const)("reads %s in %s as %s", (cell, country, number) => {
    expect(numberOf(cell, country)).toBe(number);
  });

  it.each([
    ["  ", "no-number", "empty"],
    ["4.15555E+09", "invalid-number", "Excel has shortened"],
    ["4,15555E+09", "invalid-number", "Excel has shortened"],
    ["+1 415 555 0123 ext. 5", "invalid-number", "extension"],
    ["1-800-FLOWERS", "invalid-number", "letters"],
    ["n/a", "invalid-number", "letters"],
    ["--", "invalid-number", "not a phone number"],
    ["12", "invalid-number", "No such number"],
    ["555-0123", "invalid-number", "No such number"],
    ["4155550123 / 4155550199", "invalid-number", "more than one"],
    ["+999 1234 5678", "invalid-number", "No country"],
  ])("refuses %s as %s: %s", (cell, reason, detail) => {
    expect(readPhoneNumber(cell, "US")).toMatchObject({
      kind: "refused",
      reason,
      detail: expect.stringContaining(detail) as string,
    });
  });

  it("gives E.164 or a reason for any cell", () => {
    const digits = fc.string({
      unit: fc.constantFrom("+", "0", "1", "2", "4", "5", "9", " ", "(", "-", "x", "E"),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (cell) => {
        const verdict = readPhoneNumber(cell, "US");
        if (verdict.kind === "number") phoneNumber.parse(verdict.number);
        else expect(verdict.detail).not.toBe("");
      }),
    );
  });

  it("says which numbers it has mended", () => {
    for (const [cell, country, mended] of [
      ["4.155550123E+09", "US", true],
      ["612345678", "IT", true],
      ["0612345678", "IT", false],
      ["612345678", "FR", false],
      ["14155550123.0", "US", false],
    ] as const) {
      expect(readPhoneNumber(cell, country), cell).toMatchObject({ kind: "number", mended });
    }
  });

  it("adds no zero where it would make another number", () => {
    expect(readPhoneNumber("3123456789", "IT")).toMatchObject({ number: "+393123456789" });
    expect(readPhoneNumber("79460123", "GB")).toMatchObject({ kind: "refused" });
  });

  it("says so when the default country is not known", () => {
    expect(() => knownCountry("ZZ")).toThrow(AppFailure);
    expect(knownCountry("DE")).toBe("DE");
  });

  it("takes the country from the supervisor's locale", () => {
    expect(["de-AT", "fr", "en", "eo"].map(countryOfLocale)).toEqual(["AT", "FR", "US", "US"]);
  });
});
