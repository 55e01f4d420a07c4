import type { CountryCode } from "libphonenumber-js/max";
import { AppFailure } from "../../shared/app-error";
import type { ContactFields } from "../../shared/contact";
import type { PhoneNumber } from "../../shared/phone-number";
import type { KeptContact } from "../storage";
import { countryOfLocale, knownCountry, readPhoneNumber } from "./phone-number";
import { zonesOfNumber } from "./phone/zones-of-number";

/**
 * What the supervisor typed of a contact, checked as a row of a file is.
 *
 * @param country of numbers without a country code; null: the country of the computer's locale
 * @throws AppFailure that names the field which cannot be kept
 */
export function readContactFields(
  fields: ContactFields,
  country: string | null,
  locale: string,
): KeptContact {
  const defaultCountry = country === null ? countryOfLocale(locale) : knownCountry(country);
  const phone = numberIn(fields.phone, "phone", defaultCountry);
  const alternates = fields.alternatePhones
    .filter((typed) => typed.trim() !== "")
    .map((typed) => numberIn(typed, "alternatePhones", defaultCountry).number)
    .filter((number) => number !== phone.number);
  return {
    name: fields.name,
    phone: phone.number,
    country: phone.country,
    lineType: phone.lineType,
    timeZones: fields.timeZone === null ? zonesOfNumber(phone.number) : [fields.timeZone],
    externalId: fields.externalId || null,
    alternatePhones: [...new Set<PhoneNumber>(alternates)],
    variables: Object.fromEntries(
      Object.entries(fields.variables).filter(([, value]) => value !== ""),
    ),
  };
}

function numberIn(typed: string, field: "phone" | "alternatePhones", country: CountryCode) {
  const verdict = readPhoneNumber(typed, country);
  if (verdict.kind === "number") return verdict;
  const empty = verdict.reason === "no-number";
  const message = empty
    ? "Give the contact a phone number."
    : `This number cannot be called: ${verdict.detail}`;
  throw new AppFailure({ kind: "invalid-input", message, field });
}
