import { sql, type Selectable } from "kysely";
import { z } from "zod";
import {
  contactVariables,
  type Contact,
  type ContactDetails,
  type ListedContact,
} from "../../../shared/contact";
import type { ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { Database, Schema } from "../schema";
import { lastCalledAt, onDoNotCallList, type Condition } from "./contact-conditions";

type ContactRow = Selectable<Schema["contact"]>;

/** What is kept of a contact itself, whatever was done with its number. */
export type KeptContact = Omit<ContactDetails, "doNotCall" | "lastCalledAt">;

interface Standing {
  readonly doNotCall: 0 | 1;
  readonly lastCalledAt: Instant | null;
}

/** Those contacts, in the order given; whoever is not there any more is left out. */
export async function listedContacts(
  database: Database,
  ids: readonly ContactId[],
  now: Instant,
): Promise<ListedContact[]> {
  const { rows } = await sql<ContactRow & Standing>`
    select contact.*, ${standing(now)}
    from json_each(${JSON.stringify(ids)}) as listed
    cross join contact on contact.id = listed.value
    order by listed.key`.execute(database);
  return rows.map(listedContactOf);
}

export function standing(now: Instant): Condition {
  return sql`${onDoNotCallList(now)} as doNotCall, ${lastCalledAt} as lastCalledAt`;
}

export function contactOf(row: ContactRow): Contact {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    variables: contactVariables.parse(JSON.parse(row.variables)),
  };
}

const factsOf = (row: ContactRow) => ({
  country: row.country,
  lineType: row.line_type,
  timeZones: row.time_zones === null ? null : strings(row.time_zones),
});

export function listedContactOf(row: ContactRow & Standing): ListedContact {
  return { ...contactOf(row), ...factsOf(row), ...standingOf(row) };
}

export function keptContactOf(row: ContactRow): KeptContact {
  return {
    ...contactOf(row),
    ...factsOf(row),
    externalId: row.external_id,
    alternatePhones: row.alternate_phones === null ? [] : strings(row.alternate_phones),
  };
}

export function contactDetailsOf(row: ContactRow & Standing): ContactDetails {
  return { ...keptContactOf(row), ...standingOf(row) };
}

const standingOf = (row: Standing) => ({
  doNotCall: row.doNotCall === 1,
  lastCalledAt: row.lastCalledAt,
});

function strings(json: string): string[] {
  return z.array(z.string()).parse(JSON.parse(json));
}
