import type { CountryCode } from "libphonenumber-js/max";
import type { Remark } from "../../../shared/audience";
import type { PhoneNumber } from "../../../shared/phone-number";
import { readPhoneNumber, type NumberVerdict } from "../phone-number";

type ValidNumber = Extract<NumberVerdict, { kind: "number" }>;

export type ChosenPhone =
  | {
      readonly kind: "chosen";
      readonly phone: ValidNumber;
      /** Further numbers, each once. */
      readonly alternates: readonly PhoneNumber[];
      readonly remarks: readonly Remark[];
    }
  | Extract<NumberVerdict, { kind: "refused" }>;

// Most rows share these: a million need no million lists.
const NO_NUMBERS: readonly ValidNumber[] = [];
const NONE: readonly PhoneNumber[] = [];
const NO_REMARKS: readonly Remark[] = [];
const MENDED: readonly Remark[] = ["mended-number"];
const ALTERNATE: readonly Remark[] = ["alternate-phone"];

/** The number that is called: Phone, or the first valid alternate where Phone has none. */
export function choosePhone(
  phone: string,
  alternates: readonly string[],
  defaultCountry: CountryCode,
): ChosenPhone {
  const verdict = readPhoneNumber(phone, defaultCountry);
  const others = alternates.length === 0 ? NO_NUMBERS : validNumbers(alternates, defaultCountry);
  if (verdict.kind === "number") {
    const remarks = verdict.mended ? MENDED : NO_REMARKS;
    return { kind: "chosen", phone: verdict, alternates: further(others, verdict), remarks };
  }
  const [first] = others;
  if (first === undefined) return verdict;
  const remarks = first.mended ? [...MENDED, ...ALTERNATE] : ALTERNATE;
  return { kind: "chosen", phone: first, alternates: further(others, first), remarks };
}

function validNumbers(cells: readonly string[], defaultCountry: CountryCode): ValidNumber[] {
  return cells
    .flatMap(numbersIn)
    .map((cell) => readPhoneNumber(cell, defaultCountry))
    .filter((verdict) => verdict.kind === "number");
}

function further(others: readonly ValidNumber[], chosen: ValidNumber): readonly PhoneNumber[] {
  if (others.length === 0) return NONE;
  const numbers = new Set(others.map(({ number }) => number));
  numbers.delete(chosen.number);
  return [...numbers];
}

/** A cell of alternates may hold several, between the signs that no number has inside. */
export function numbersIn(cell: string): string[] {
  return cell.split(/[,;|\n]/).filter((part) => part.trim() !== "");
}
