import { getCountries, getCountryCallingCode } from "libphonenumber-js/min";

const names = new Intl.DisplayNames("en", { type: "region" });

/** Every country whose numbers are known: "United States (+1)". */
export const COUNTRIES = getCountries()
  .map((country) => ({
    value: country,
    label: `${names.of(country) ?? country} (+${getCountryCallingCode(country)})`,
  }))
  .sort((a, b) => a.label.localeCompare(b.label));
