import { sql } from "kysely";
import type { AudienceId } from "../../../shared/ids";
import type { Database } from "../schema";
import { hasAlternates, type NewContact } from "./new-contact";

/** What is said anew of contacts, by their ID. */
export type ContactUpdates = ReadonlyMap<number, NewContact>;

/** Of contacts that nobody sees yet. */
export async function updateStaged(database: Database, updates: ContactUpdates): Promise<void> {
  await sql`
    update contact set ${replacing("contact", "said")} from (${said(updates)}) as said
    where contact.id = said.contact_id`.execute(database);
}

/** Of contacts that are seen: kept beside them until the import is decided. */
export async function stageUpdates(
  database: Database,
  audienceId: AudienceId,
  updates: ContactUpdates,
): Promise<void> {
  await sql`
    insert into contact_update
      (audience_id, contact_id, name, variables, time_zones, external_id, alternate_phones)
    select ${audienceId}, * from (${said(updates)}) where true
    on conflict (contact_id) do update set ${replacing("contact_update", "excluded")}`.execute(
    database,
  );
}

/** Few enough that whoever else wants to write hardly waits. */
const CHUNK = 2_000;

/**
 * Carries over what a decided import says of contacts that were there before it. Whoever dies on the
 * way has it done when the store is opened next.
 *
 * @param goOn asked before each chunk
 */
export async function carryUpdatesOver(
  database: Database,
  audienceId: AudienceId,
  goOn: () => boolean = () => true,
): Promise<void> {
  while (goOn()) {
    const { rows } = await sql<{ last: number | null }>`
      select max(contact_id) as last from (
        select contact_id from contact_update where audience_id = ${audienceId}
        order by contact_id limit ${CHUNK}
      )`.execute(database);
    const last = rows[0]?.last ?? null;
    if (last === null) return;
    const chunk = sql`contact_update.audience_id = ${audienceId} and contact_id <= ${last}`;
    await database.transaction().execute(async (transaction) => {
      await sql`
        update contact set ${replacing("contact", "contact_update")} from contact_update
        where contact.id = contact_update.contact_id and ${chunk}`.execute(transaction);
      await sql`delete from contact_update where ${chunk}`.execute(transaction);
    });
  }
}

/** Assigns to `table` what `source` says, where it says something. */
const replacing = (table: string, source: string) => {
  const said = (column: string) => sql.ref(`${source}.${column}`);
  const kept = (column: string) => sql.ref(`${table}.${column}`);
  const unlessSilent = ["name", "time_zones", "external_id", "alternate_phones"].map(
    (column) => sql`${sql.ref(column)} = coalesce(${said(column)}, ${kept(column)})`,
  );
  const variables = sql`variables = json_patch(${kept("variables")}, ${said("variables")})`;
  return sql.join([...unlessSilent, variables]);
};

function said(updates: ContactUpdates) {
  const rows = [...updates].map(([id, contact]) => [
    id,
    contact.name || null,
    contact.variables,
    contact.zonesAreGiven ? JSON.stringify(contact.timeZones) : null,
    contact.externalId,
    hasAlternates(contact) ? JSON.stringify(contact.alternatePhones) : null,
  ]);
  return sql`
    select value ->> 0 as contact_id, value ->> 1 as name, value -> 2 as variables,
      value ->> 3 as time_zones, value ->> 4 as external_id, value ->> 5 as alternate_phones
    from json_each(${JSON.stringify(rows)})`;
}
