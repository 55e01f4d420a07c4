import { NOT_KNOWN } from "../../../shared/contact";
import { formatTime } from "../../ui/format";
import { countryName } from "../../ui/countries";
import type { Instant } from "../../../shared/instant";

const LINE_TYPE_WORDS: Readonly<Record<string, string>> = {
  MOBILE: "Mobile",
  FIXED_LINE: "Landline",
  FIXED_LINE_OR_MOBILE: "Landline or mobile",
  VOIP: "Internet",
  TOLL_FREE: "Free of charge",
  PREMIUM_RATE: "Premium rate",
  SHARED_COST: "Shared cost",
  PERSONAL_NUMBER: "Personal number",
  PAGER: "Pager",
  UAN: "Company number",
  VOICEMAIL: "Voicemail",
};

/** "FIXED_LINE_OR_MOBILE" → "Landline or mobile". */
export function lineTypeWords(lineType: string | null): string {
  if (lineType === null || lineType === NOT_KNOWN) return "Not known";
  return LINE_TYPE_WORDS[lineType] ?? lineType;
}

export function countryWords(country: string | null): string {
  return country === null || country === NOT_KNOWN ? "Not known" : countryName(country);
}

/** "America/New_York" → "America/New York". */
export function zoneWords(zone: string): string {
  return zone === NOT_KNOWN ? "Not known" : zone.replaceAll("_", " ");
}

/** What clocks show where the contact may be: "09:41", or "08:41 to 09:41"; null: not known. */
export function localTimeWords(zones: readonly string[] | null, now: Instant): string | null {
  if (zones === null || zones.length === 0) return null;
  const times = [...new Set(zones.map((zone) => formatTime(now, zone)))].sort();
  return times.length === 1 ? times[0]! : `${times[0]} to ${times.at(-1)}, by the zone`;
}
