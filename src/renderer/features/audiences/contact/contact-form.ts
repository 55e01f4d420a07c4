import type { ContactDetails, ContactFields } from "../../../../shared/contact";
import { formatPhone } from "../../../ui/phone-number";

/** What stands in the dialog's fields. */
export interface ContactValues {
  readonly name: string;
  readonly phone: string;
  /** Between commas. */
  readonly alternatePhones: string;
  readonly externalId: string;
  readonly timeZone: string | null;
  readonly variables: Readonly<Record<string, string>>;
}

/** @param contact null: a new one */
export function valuesOf(
  contact: ContactDetails | null,
  variables: readonly string[],
): ContactValues {
  return {
    name: contact?.name ?? "",
    phone: contact ? formatPhone(contact.phone) : "",
    alternatePhones: (contact?.alternatePhones ?? []).map(formatPhone).join(", "),
    externalId: contact?.externalId ?? "",
    timeZone: ownZone(contact),
    variables: Object.fromEntries(
      [...new Set([...variables, ...Object.keys(contact?.variables ?? {})])].map((variable) => [
        variable,
        contact?.variables[variable] ?? "",
      ]),
    ),
  };
}

export function fieldsOf(values: ContactValues): ContactFields {
  return {
    ...values,
    alternatePhones: values.alternatePhones
      .split(/[,;]/)
      .map((number) => number.trim())
      .filter((number) => number !== ""),
    variables: { ...values.variables },
  };
}

/** Of several zones none can be chosen: the number tells those. */
function ownZone(contact: ContactDetails | null): string | null {
  const zones = contact?.timeZones ?? [];
  return zones.length === 1 ? (zones[0] ?? null) : null;
}
