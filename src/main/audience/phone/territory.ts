import { Metadata, type CountryCode, type PhoneNumberType } from "libphonenumber-js/max";

/** What `Metadata` can tell beyond what its types say. */
interface Plan {
  selectNumberingPlan(countryOrCallingCode: string): void;
  getCountryCodesForCallingCode(callingCode: string): CountryCode[] | undefined;
  countryCallingCode(): string;
  nationalNumberPattern(): string;
  nationalPrefixForParsing(): string | undefined;
  IDDPrefix(): string;
  leadingDigits(): string | undefined;
  type(type: string): { pattern(): string; possibleLengths(): number[] | undefined } | undefined;
}

interface TypePattern {
  readonly type: PhoneNumberType;
  readonly pattern: RegExp;
  readonly lengths: readonly number[] | undefined;
}

/** The numbering plan of one country, its patterns compiled once. */
export interface Territory {
  readonly country: CountryCode;
  readonly callingCode: string;
  readonly internationalPrefix: RegExp;
  readonly leadingDigits: RegExp | null;
  /** Null: there is none. */
  readonly nationalPrefix: RegExp | null;
  /** The prefix holds a carrier's code, or is replaced by other digits. */
  readonly hasIntricatePrefix: boolean;
  readonly national: RegExp;
  readonly types: readonly TypePattern[];
  readonly fixedLineIsMobile: boolean;
}

/** In this order the library asks for them. */
const TYPES = [
  "FIXED_LINE",
  "MOBILE",
  "PREMIUM_RATE",
  "TOLL_FREE",
  "SHARED_COST",
  "VOIP",
  "PERSONAL_NUMBER",
  "PAGER",
  "UAN",
  "VOICEMAIL",
] as const;

const territories = new Map<string, Territory>();

export function territoryOf(country: CountryCode): Territory {
  const known = territories.get(country);
  if (known !== undefined) return known;
  const compiled = compile(country);
  territories.set(country, compiled);
  return compiled;
}

/** Countries that share a calling code, the main one first; none: no country has this code. */
export function countriesOf(callingCode: string): readonly CountryCode[] {
  return newPlan().getCountryCodesForCallingCode(callingCode) ?? [];
}

function compile(country: CountryCode): Territory {
  const plan = newPlan();
  plan.selectNumberingPlan(country);
  const prefix = plan.nationalPrefixForParsing();
  const leadingDigits = plan.leadingDigits();
  return {
    country,
    callingCode: plan.countryCallingCode(),
    internationalPrefix: atStart(plan.IDDPrefix()),
    leadingDigits: leadingDigits ? atStart(leadingDigits) : null,
    nationalPrefix: prefix ? atStart(prefix) : null,
    hasIntricatePrefix: prefix ? hasGroups(prefix) : false,
    national: entirely(plan.nationalNumberPattern()),
    types: TYPES.flatMap((type) => {
      const pattern = plan.type(type)?.pattern();
      const lengths = plan.type(type)?.possibleLengths();
      return pattern ? [{ type, pattern: entirely(pattern), lengths }] : [];
    }),
    fixedLineIsMobile: !plan.type("MOBILE") || plan.type("MOBILE")?.pattern() === "",
  };
}

/** The kind of line of a national number; undefined: it is no number of this country. */
export function lineTypeIn(
  { national, types, fixedLineIsMobile }: Territory,
  number: string,
): PhoneNumberType | undefined {
  if (!national.test(number)) return undefined;
  const matches = ({ pattern, lengths }: TypePattern) =>
    (lengths === undefined || lengths.includes(number.length)) && pattern.test(number);
  const found = types.find(matches)?.type;
  if (found !== "FIXED_LINE") return found;
  const isMobile =
    fixedLineIsMobile || types.some((pattern) => pattern.type === "MOBILE" && matches(pattern));
  return isMobile ? "FIXED_LINE_OR_MOBILE" : "FIXED_LINE";
}

const newPlan = () => new Metadata() as unknown as Plan;
const entirely = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const atStart = (pattern: string) => new RegExp(`^(?:${pattern})`);
/** With an alternative that always matches, a match lists every group. */
const hasGroups = (pattern: string) => new RegExp(`${pattern}|`).exec("")!.length > 1;
