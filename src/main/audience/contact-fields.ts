import type { CountryCode } from "libphonenumber-js/max";
import { AppFailure } from "../../shared/app-error";
import type { ContactFields, ListedContact } from "../../shared/contact";
import type { PhoneNumber } from "../../shared/phone-number";
import type { KeptContact } from "../storage";
import { countryOfLocale, knownCountry, readPhoneNumber } from "./phone-number";
import { zonesOfNumber } from "./phone/zones-of-number";

/** What is known of the contact that is edited. */
type Before = Pick<ListedContact, "phone" | "country" | "timeZones">;

/**
 * What the supervisor typed of a contact, checked as a row of a file is. Numbers without a country
 * code are those of the contact's country, or of the computer's.
 *
 * @param before null: the contact is a new one
 * @throws AppFailure that names the field which cannot be kept
 */
export function readContactFields(
  fields: ContactFields,
  before: Before | null,
  locale: string,
): KeptContact {
  const country = before?.country ?? null;
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
    timeZones: zonesAfter(fields.timeZone, phone.number, before),
    externalId: fields.externalId || null,
    alternatePhones: [...new Set<PhoneNumber>(alternates)],
    variables: Object.fromEntries(
      Object.entries(fields.variables).filter(([, value]) => value !== ""),
    ),
  };
}

/**
 * The zone that was chosen; else what the number tells. A zone that only the old number told goes with
 * it; several zones, which came with a file and of which none can be chosen, stay with their number.
 */
function zonesAfter(
  chosen: string | null,
  phone: PhoneNumber,
  before: Before | null,
): readonly string[] | null {
  const told = before === null ? null : zonesOfNumber(before.phone);
  const wasToldOnly = told?.length === 1 && told[0] === chosen;
  if (chosen !== null && !wasToldOnly) return [chosen];
  const several = before?.timeZones ?? [];
  if (chosen === null && before?.phone === phone && several.length > 1) return several;
  return zonesOfNumber(phone);
}

function numberIn(typed: string, field: "phone" | "alternatePhones", country: CountryCode) {
  const verdict = readPhoneNumber(typed, country);
  if (verdict.kind === "number") return verdict;
  const message =
    verdict.reason === "no-number"
      ? "Give the contact a phone number."
      : `This number cannot be called: ${verdict.detail}`;
  throw new AppFailure({ kind: "invalid-input", message, field });
}
