import { getCountries, getCountryCallingCode } from "libphonenumber-js/min";

const names = new Intl.DisplayNames("en", { type: "region" });

/** Every country whose numbers are known: "United States (+1)". */
export const COUNTRIES = getCountries()
  .map((country) => ({
    value: country,
    label: `${countryName(country)} (+${getCountryCallingCode(country)})`,
  }))
  .sort((a, b) => a.label.localeCompare(b.label));

/** "US" → "United States". */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}
