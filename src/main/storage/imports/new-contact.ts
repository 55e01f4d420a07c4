import type { ContactVariables } from "../../../shared/contact";
import type { PhoneNumber } from "../../../shared/phone-number";

/** What is known of a contact beside its number; null and missing: nothing. */
interface Facts {
  /** ISO 3166. */
  readonly country: string | null;
  readonly lineType: string | null;
  /** IANA names. */
  readonly timeZones: readonly string[] | null;
  /** The file says the zones; else the number does. */
  readonly zonesAreGiven: boolean;
  readonly externalId: string | null;
  readonly alternatePhones: readonly PhoneNumber[];
}

/** A row of a file, checked and ready to be stored. */
export interface NewContact extends Partial<Facts> {
  /** Line in the file, by which what becomes of it is told back. */
  readonly line: number;
  readonly name: string;
  readonly phone: PhoneNumber;
  readonly variables: ContactVariables;
}

/** What both rows say of one contact; the later one is right where they differ, if it says anything. */
export function merged(earlier: NewContact, later: NewContact): NewContact {
  return {
    ...earlier,
    name: later.name === "" ? earlier.name : later.name,
    variables: { ...earlier.variables, ...later.variables },
    ...(later.zonesAreGiven && { timeZones: later.timeZones, zonesAreGiven: true }),
    ...(later.externalId && { externalId: later.externalId }),
    ...(hasAlternates(later) && { alternatePhones: later.alternatePhones }),
  };
}

export function hasAlternates({ alternatePhones = [] }: NewContact): boolean {
  return alternatePhones.length > 0;
}
