import { sql } from "kysely";
import { z } from "zod";
import type { AudienceId } from "../../../shared/ids";
import type { Database, Json } from "../schema";

/** Contacts in the same time zones; empty: not known. */
export interface Whereabouts {
  readonly timeZones: string[];
  readonly contacts: number;
}

/** As many tell where an audience is; to look at a million takes longer than a form waits. */
const LOOKED_AT = 10_000;

const zones = z.array(z.string());

/** Where the first contacts of an audience are, the most frequent first. */
export async function whereabouts(database: Database, id: AudienceId): Promise<Whereabouts[]> {
  const { rows } = await sql<{ timeZones: Json; contacts: number }>`
    select coalesce(time_zones, '[]') as timeZones, count(*) as contacts
    from (
      select time_zones from contact where audience_id = ${id} order by id limit ${LOOKED_AT}
    )
    group by 1
    order by 2 desc`.execute(database);
  return rows.map(({ timeZones, contacts }) => ({
    timeZones: zones.parse(JSON.parse(timeZones)),
    contacts,
  }));
}
