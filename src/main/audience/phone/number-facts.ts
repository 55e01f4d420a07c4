import { parsePhoneNumberWithError } from "libphonenumber-js/max";
import type { PhoneNumber } from "../../../shared/phone-number";
import type { LineType } from "../phone-number";
import { zonesOfNumber } from "./zones-of-number";

/** What a number tells of itself. */
export interface NumberFacts {
  /** ISO 3166; null: a number of no country, or of none that is known. */
  readonly country: string | null;
  readonly lineType: LineType | null;
  /** IANA zones in which it may be at home; null: not known. */
  readonly timeZones: readonly string[] | null;
}

export function numberFacts(phone: PhoneNumber): NumberFacts {
  const parsed = parsePhoneNumberWithError(phone);
  return {
    country: parsed.country ?? null,
    lineType: parsed.getType() ?? null,
    timeZones: zonesOfNumber(phone),
  };
}
