import {
  isSupportedCountry,
  parsePhoneNumberWithError,
  ParseError,
  type CountryCode,
  type PhoneNumberType,
} from "libphonenumber-js/max";
import { AppFailure } from "../../shared/app-error";
import type { RefusalReason } from "../../shared/audience";
import { phoneNumber, type PhoneNumber } from "../../shared/phone-number";
import { withItsZero, withoutExponent } from "./phone/mend-number";
import { readPlainNumber } from "./phone/plain-number";

export type LineType = PhoneNumberType;

export type NumberVerdict =
  | {
      readonly kind: "number";
      readonly number: PhoneNumber;
      /** Null: a number of no country, such as +800. */
      readonly country: CountryCode | null;
      readonly lineType: LineType | null;
      /** It stands otherwise in the cell, spoilt by a spreadsheet. */
      readonly mended: boolean;
    }
  | {
      readonly kind: "refused";
      readonly reason: Extract<RefusalReason, "no-number" | "invalid-number">;
      readonly detail: string;
    };

/** @throws AppFailure when no country has this code */
export function knownCountry(code: string): CountryCode {
  if (isSupportedCountry(code)) return code;
  throw new AppFailure({
    kind: "invalid-input",
    message: `“${code}” is not a country whose phone numbers are known.`,
    advice: "Choose the default country from the list.",
    field: "mapping.defaultCountry",
  });
}

/** The country of a locale such as "de-DE", or the one where its language is most at home. */
export function countryOfLocale(locale: string): CountryCode {
  const region = new Intl.Locale(locale).maximize().region ?? "";
  return isSupportedCountry(region) ? region : "US";
}

/**
 * What the cell says as E.164, or why it cannot be dialed. Only what is certain is mended: what is
 * left of a spreadsheet's habits, and 00 in the place of the plus sign.
 */
export function readPhoneNumber(cell: string, defaultCountry: CountryCode): NumberVerdict {
  const plain = readPlainNumber(cell, defaultCountry);
  if (plain !== null && plain.number.length <= LONGEST) {
    const { number, country, lineType } = plain;
    return { kind: "number", number: number as PhoneNumber, country, lineType, mended: false };
  }
  const text = withoutSpreadsheetHabits(cell);
  if (text === "") return { kind: "refused", reason: "no-number", detail: "The cell is empty." };
  const digits = withoutExponent(text);
  if (digits === null) return invalid(EXCEL_SHORTENED);
  const verdict = parsed(digits, defaultCountry);
  if (verdict.kind === "number") return { ...verdict, mended: digits !== text };
  const zeroed = withItsZero(digits, defaultCountry);
  const withZero = zeroed === null ? verdict : parsed(zeroed, defaultCountry);
  return withZero.kind === "number" ? { ...withZero, mended: true } : verdict;
}

/** A plus sign and 15 digits. */
const LONGEST = 16;

function parsed(text: string, defaultCountry: CountryCode): NumberVerdict {
  try {
    const found = parsePhoneNumberWithError(text, { defaultCountry, extract: false });
    if (found.ext !== undefined) return invalid(EXTENSION);
    if (!found.isValid()) return invalid(NOT_IN_NUMBERING_PLAN);
    const number = phoneNumber.safeParse(found.number);
    if (!number.success) return invalid(TOO_SHORT);
    const country = found.country ?? null;
    const lineType = found.getType() ?? null;
    return { kind: "number", number: number.data, country, lineType, mended: false };
  } catch (error) {
    if (error instanceof ParseError) return invalid(reasonOf(error.message, text));
    throw error;
  }
}

/** Marks of reading direction and zero-width characters, which come along when numbers are copied. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function withoutSpreadsheetHabits(cell: string): string {
  return cell
    .replace(INVISIBLE, "")
    .trim()
    .replace(/^="(.*)"$/, "$1") // ="0415…", which keeps Excel from making a figure of it
    .replace(/^(\d+)\.0+$/, "$1") // 14155550123.0, a figure with decimals
    .replace(/^tel:/i, "")
    .replace(/^\+?00[\s-]*(?=[1-9])/, "+");
}

const EXCEL_SHORTENED =
  "Excel has shortened this number, and its last digits are lost. Format the column as text there, and save the file again.";
const EXTENSION = "It has an extension, which cannot be dialed.";
const NOT_IN_NUMBERING_PLAN = "No such number exists in its country.";
const TOO_SHORT = "It is too short.";

function reasonOf(code: string, text: string): string {
  switch (code) {
    case "TOO_SHORT":
      return TOO_SHORT;
    case "TOO_LONG":
      return "It is too long, or more than one number.";
    case "INVALID_LENGTH":
      return "No number in its country has that many digits.";
    case "INVALID_COUNTRY":
      return "No country has this country code.";
    default:
      return /\p{L}/u.test(text) ? "It holds letters." : "It is not a phone number.";
  }
}

function invalid(detail: string): NumberVerdict {
  return { kind: "refused", reason: "invalid-number", detail };
}
