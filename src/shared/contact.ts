import { z } from "zod";
import { contactId } from "./ids";
import { instant } from "./instant";
import { phoneNumber } from "./phone-number";
import { isTimeZone } from "./time-zone";

/** Columns of the audience's file that are kept under their header's name: {{first_name}} and so on. */
export const contactVariables = z.record(z.string(), z.string());
export type ContactVariables = z.infer<typeof contactVariables>;

export const contact = z.object({
  id: contactId,
  name: z.string(),
  phone: phoneNumber,
  variables: contactVariables,
});
export type Contact = z.infer<typeof contact>;

/** A contact as a row of its audience's table. */
export const listedContact = contact.extend({
  /** ISO 3166; null: the numbering plan does not tell. */
  country: z.string().nullable(),
  /** Such as "MOBILE"; null: the numbering plan does not tell. */
  lineType: z.string().nullable(),
  /** IANA zones in which the contact may be; null: not known. */
  timeZones: z.array(z.string()).nullable(),
  doNotCall: z.boolean(),
  /** The last call to the number, whatever the campaign; null: never called. */
  lastCalledAt: instant.nullable(),
});
export type ListedContact = z.infer<typeof listedContact>;

/** Everything that is known of a contact. */
export const contactDetails = listedContact.extend({
  externalId: z.string().nullable(),
  alternatePhones: z.array(z.string()),
});
export type ContactDetails = z.infer<typeof contactDetails>;

/** Stands for "not known" among the countries, zones and line types that are filtered by. */
export const NOT_KNOWN = "";

/** Null: not filtered by. */
export const contactFilters = z.object({
  country: z.string().max(2).nullable(),
  timeZone: z.string().max(64).nullable(),
  lineType: z.string().max(64).nullable(),
  doNotCall: z.boolean().nullable(),
  calledBefore: z.boolean().nullable(),
});
export type ContactFilters = z.infer<typeof contactFilters>;

export const NO_FILTERS: ContactFilters = {
  country: null,
  timeZone: null,
  lineType: null,
  doNotCall: null,
  calledBefore: null,
};

export const contactSort = z.union([
  z.enum(["added", "name", "phone", "country", "lineType"]),
  /** By the value of a variable. */
  z.templateLiteral(["variable:", z.string().max(1_000)]),
]);
export type ContactSort = z.infer<typeof contactSort>;

/** Which contacts of an audience are meant. */
export const contactSelection = z.object({
  /** Part of a name, or of a number as it is written; empty: everybody. */
  search: z.string().max(200),
  filters: contactFilters,
});
export type ContactSelection = z.infer<typeof contactSelection>;

export const contactView = contactSelection.extend({
  sort: contactSort,
  descending: z.boolean(),
});
export type ContactView = z.infer<typeof contactView>;

export const contactPage = z.object({
  /** While `counting`: how many there are at least. */
  total: z.number().int(),
  counting: z.boolean(),
  rows: z.array(listedContact),
});
export type ContactPage = z.infer<typeof contactPage>;

const facet = z.object({ value: z.string(), contacts: z.number().int() });

/** What an audience can be filtered by, most frequent first; `NOT_KNOWN` is among the values. */
export const contactFacets = z.object({
  countries: z.array(facet),
  timeZones: z.array(facet),
  lineTypes: z.array(facet),
});
export type ContactFacets = z.infer<typeof contactFacets>;

/** A contact as the supervisor types it. */
export const contactFields = z.object({
  name: z.string().trim().max(1_000, "The name may have at most 1,000 characters."),
  /** As it is written; numbers without a country code are those of the computer's country. */
  phone: z.string().max(100),
  alternatePhones: z.array(z.string().max(100)).max(20),
  externalId: z.string().trim().max(1_000),
  /** IANA; null: the number tells. */
  timeZone: z
    .string()
    .refine(isTimeZone, "This time zone is not known. Choose one from the list.")
    .nullable(),
  /** Those left empty are not kept. */
  variables: contactVariables,
});
export type ContactFields = z.infer<typeof contactFields>;
