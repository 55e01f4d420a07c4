import {
  isSupportedCountry,
  parsePhoneNumberWithError,
  ParseError,
  type CountryCode,
} from "libphonenumber-js/max";
import { AppFailure } from "../../shared/app-error";
import type { RefusalReason } from "../../shared/audience";
import { phoneNumber, type PhoneNumber } from "../../shared/phone-number";

export type NumberVerdict =
  | { readonly kind: "number"; readonly number: PhoneNumber; readonly country: CountryCode | null }
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
  const text = withoutSpreadsheetHabits(cell);
  if (text === "") return { kind: "refused", reason: "no-number", detail: "The cell is empty." };
  if (/^\+?\d+([.,]\d+)?E\+?\d+$/i.test(text)) return invalid(EXCEL_SHORTENED);
  try {
    const parsed = parsePhoneNumberWithError(text, { defaultCountry, extract: false });
    if (parsed.ext !== undefined) return invalid(EXTENSION);
    if (!parsed.isValid()) return invalid(NOT_IN_NUMBERING_PLAN);
    const number = phoneNumber.safeParse(parsed.number);
    if (!number.success) return invalid(TOO_SHORT);
    return { kind: "number", number: number.data, country: parsed.country ?? null };
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
    .replace(/^\+?00(?=[1-9])/, "+");
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
