import { sql } from "kysely";
import { z } from "zod";
import { NOT_KNOWN, type ContactFacets } from "../../../shared/contact";
import type { Database, Json } from "../schema";
import type { AudienceExtent } from "./extent";

interface Group {
  readonly country: string | null;
  readonly lineType: string | null;
  readonly timeZones: Json | null;
  readonly contacts: number;
}

/** What an audience's contacts have in common. Reads each of them once. */
export async function contactFacets(
  database: Database,
  audience: AudienceExtent,
): Promise<ContactFacets> {
  const { rows } = await sql<Group>`
    select country, line_type as lineType, time_zones as timeZones, count(*) as contacts
    from contact
    where audience_id = ${audience.id} and id <= ${audience.lastContactId}
    group by country, line_type, time_zones`.execute(database);
  return {
    countries: facetsOf(rows, ({ country }) => [country]),
    lineTypes: facetsOf(rows, ({ lineType }) => [lineType]),
    timeZones: facetsOf(rows, ({ timeZones }) => zonesOf(timeZones)),
  };
}

function zonesOf(timeZones: Json | null): readonly (string | null)[] {
  return timeZones === null ? [null] : z.array(z.string()).parse(JSON.parse(timeZones));
}

function facetsOf(
  groups: readonly Group[],
  valuesOf: (group: Group) => readonly (string | null)[],
): ContactFacets["countries"] {
  const counts = new Map<string, number>();
  for (const group of groups) {
    for (const value of valuesOf(group)) {
      const key = value ?? NOT_KNOWN;
      counts.set(key, (counts.get(key) ?? 0) + group.contacts);
    }
  }
  return [...counts]
    .map(([value, contacts]) => ({ value, contacts }))
    .sort((a, b) => b.contacts - a.contacts || a.value.localeCompare(b.value));
}
