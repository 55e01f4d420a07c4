import { sql, type Selectable } from "kysely";
import { contactVariables, type Contact } from "../../../shared/contact";
import type { AudienceId } from "../../../shared/ids";
import type { Database, Schema } from "../schema";
import { nearerEnd } from "./nearer-end";
import { nameOrNumberContains } from "./text-search";

/** What of an audience is to be seen: contacts beyond the last one are being imported. */
export interface AudienceExtent {
  readonly id: AudienceId;
  readonly contacts: number;
  readonly lastContactId: number;
}

export interface ContactQuery {
  /** Part of a name, or of a number as it is written; empty: everybody. */
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

export async function contactPage(
  database: Database,
  audience: AudienceExtent,
  query: ContactQuery,
): Promise<{ total: number; rows: Contact[] }> {
  const matches = nameOrNumberContains(query.search);
  const total =
    matches === null ? audience.contacts : await countMatches(database, audience, matches);
  const { fromEnd, offset, limit } = nearerEnd(query, total);
  const { rows } = await sql<Selectable<Schema["contact"]>>`
    select * from contact where id in (
      select id from contact
      where audience_id = ${audience.id} and id <= ${audience.lastContactId}
        and ${matches ?? sql`true`}
      order by id ${sql.raw(fromEnd ? "desc" : "asc")}
      limit ${limit} offset ${offset}
    )
    order by id`.execute(database);
  return { total, rows: rows.map(contactOf) };
}

async function countMatches(
  database: Database,
  audience: AudienceExtent,
  matches: NonNullable<ReturnType<typeof nameOrNumberContains>>,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from contact
    where audience_id = ${audience.id} and id <= ${audience.lastContactId} and ${matches}`.execute(
    database,
  );
  return rows[0]?.total ?? 0;
}

export async function firstContact(
  database: Database,
  audience: AudienceExtent,
): Promise<Contact | null> {
  const [first] = await contactsAfter(database, audience, 0, 1);
  return first ?? null;
}

const BATCH = 5_000;

export async function* contactBatches(
  database: Database,
  audience: AudienceExtent,
): AsyncGenerator<readonly Contact[]> {
  let after = 0;
  for (;;) {
    const batch = await contactsAfter(database, audience, after, BATCH);
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    after = last.id;
  }
}

async function contactsAfter(
  database: Database,
  audience: AudienceExtent,
  after: number,
  limit: number,
): Promise<Contact[]> {
  const { rows } = await sql<Selectable<Schema["contact"]>>`
    select * from contact
    where audience_id = ${audience.id} and id > ${after} and id <= ${audience.lastContactId}
    order by id
    limit ${limit}`.execute(database);
  return rows.map(contactOf);
}

function contactOf(row: Selectable<Schema["contact"]>): Contact {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    variables: contactVariables.parse(JSON.parse(row.variables)),
  };
}
