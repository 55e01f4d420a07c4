import { AppFailure } from "../../../shared/app-error";
import { MOST_PASTED, type PastedNumbers } from "../../../shared/do-not-call";
import type { PhoneNumber } from "../../../shared/phone-number";
import { knownCountry, readPhoneNumber } from "../phone-number";

export interface ReadNumbers {
  /** Each once, in the order of the text. */
  readonly numbers: readonly PhoneNumber[];
  readonly refused: readonly { readonly text: string; readonly detail: string }[];
}

/** Between numbers; not what people write inside of one. */
const BETWEEN_NUMBERS = /[\n\r,;\t]+/;

/**
 * What was typed or pasted: a number a line, or with commas between them.
 * @throws AppFailure when these are more than one would paste, or no country has that code
 */
export function readPastedNumbers({ text, defaultCountry }: PastedNumbers): ReadNumbers {
  const country = knownCountry(defaultCountry);
  const texts = text
    .split(BETWEEN_NUMBERS)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (texts.length > MOST_PASTED) throw tooMany();
  const numbers = new Set<PhoneNumber>();
  const refused: { text: string; detail: string }[] = [];
  for (const text of texts) {
    const verdict = readPhoneNumber(text, country);
    if (verdict.kind === "number") numbers.add(verdict.number);
    else refused.push({ text, detail: verdict.detail });
  }
  return { numbers: [...numbers], refused };
}

function tooMany(): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `These are more than ${MOST_PASTED.toLocaleString("en-US")} numbers. Nothing was done with them.`,
    advice: "Save them as a file and import that.",
    field: "text",
  });
}
