import { getCountries, type CountryCode } from "libphonenumber-js/max";
import type { ContactsPreview } from "../../shared/audience";
import { isPhoneLike } from "./phone-like";
import { readPhoneNumber } from "./phone-number";

/** Fewer numbers than this say nothing of the country. */
const FEWEST = 3;

/**
 * Whether the default country is a likely mistake: most numbers without a country code are none
 * there. Then the country is named in which they are, if one stands out; `home`, the supervisor's
 * own, does so among equals.
 */
export function wrongCountry(
  cells: readonly string[],
  chosen: CountryCode,
  home: CountryCode,
): ContactsPreview["wrongCountry"] {
  const national = cells.filter((cell) => isPhoneLike(cell) && !/^\s*(\+|00)/.test(cell));
  const validIn = (country: CountryCode) =>
    national.filter((cell) => readPhoneNumber(cell, country).kind === "number").length;
  const valid = validIn(chosen);
  if (national.length < FEWEST || valid > national.length / 2) return null;
  const ranked = getCountries()
    .map((country) => ({ country, valid: validIn(country) }))
    .sort((a, b) => b.valid - a.valid);
  const most = ranked[0]!.valid;
  const best = ranked.filter((rank) => rank.valid === most).map(({ country }) => country);
  const better = best.length === 1 ? best[0]! : (best.find((country) => country === home) ?? null);
  return {
    refused: national.length - valid,
    of: national.length,
    better: most > national.length / 2 && better !== chosen ? better : null,
  };
}
