import { parsePhoneNumberWithError, type CountryCode } from "libphonenumber-js/max";
import type { ContactsPreview } from "../../shared/audience";
import { withoutExponent } from "./phone/mend-number";
import { isPhoneLike } from "./phone-like";
import { readPhoneNumber } from "./phone-number";

/** Fewer numbers than this say nothing of the country. */
const FEWEST = 3;

/**
 * Whether the default country is a likely mistake: most numbers without a country code are none
 * there. Then a country is named in which they are, and written so; `home`, the supervisor's own, comes
 * first among equals.
 */
export function wrongCountry(
  cells: readonly string[],
  chosen: CountryCode,
  home: CountryCode,
): ContactsPreview["wrongCountry"] {
  const national = cells.filter((cell) => isPhoneLike(cell) && !saysNothing(cell));
  const verdicts = (country: CountryCode) => national.map((cell) => readIn(cell, country));
  const validIn = (country: CountryCode) =>
    verdicts(country).filter(({ isValid }) => isValid).length;
  const valid = validIn(chosen);
  if (national.length < FEWEST || valid > national.length / 2) return null;
  const [best] = candidates(home)
    .map((country, rank) => ({ country, rank, ...score(verdicts(country)) }))
    .sort((a, b) => b.valid + b.usual - (a.valid + a.usual) || a.rank - b.rank);
  return {
    refused: national.length - valid,
    of: national.length,
    better: best !== undefined && best.valid > national.length / 2 ? best.country : null,
  };
}

/** It has a country code, or digits that Excel has lost: no other country mends that. */
function saysNothing(cell: string): boolean {
  return /^\s*(\+|00)/.test(cell) || withoutExponent(cell.trim()) === null;
}

interface Reading {
  readonly isValid: boolean;
  /** Its digits stand in the groups in which they are written there. */
  readonly isUsual: boolean;
}

function readIn(cell: string, country: CountryCode): Reading {
  const verdict = readPhoneNumber(cell, country);
  if (verdict.kind === "refused") return { isValid: false, isUsual: false };
  const usual = parsePhoneNumberWithError(verdict.number).formatNational();
  return { isValid: true, isUsual: groups(cell) === groups(usual) };
}

/** Without the zero that may be dialed before it. */
const groups = (text: string) => text.replace(/\D+/g, " ").trim().replace(/^0/, "");

function score(readings: readonly Reading[]) {
  return {
    valid: readings.filter(({ isValid }) => isValid).length,
    usual: readings.filter(({ isUsual }) => isUsual).length,
  };
}

/** Where many lists are called, most first: other plans read such numbers too, and are seldom meant. */
const LIKELY =
  "US GB DE FR IT ES BR MX IN JP ID TR KR CA PL AR AU NL CO ZA MY CL BE SE PT CZ GR CH AT IL DK NO FI IE NZ".split(
    " ",
  ) as CountryCode[];

function candidates(home: CountryCode): readonly CountryCode[] {
  return [...new Set([home, ...LIKELY])];
}
