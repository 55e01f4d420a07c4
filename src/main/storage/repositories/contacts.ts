import { sql, type Selectable } from "kysely";
import type { Contact } from "../../../shared/contact";
import { keptContactOf, type KeptContact } from "../contacts/contact-rows";
import type { AudienceExtent } from "../contacts/extent";
import type { Database, Schema } from "../schema";

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
): AsyncGenerator<readonly KeptContact[]> {
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
): Promise<KeptContact[]> {
  const { rows } = await sql<Selectable<Schema["contact"]>>`
    select * from contact
    where audience_id = ${audience.id} and id > ${after} and id <= ${audience.lastContactId}
    order by id
    limit ${limit}`.execute(database);
  return rows.map(keptContactOf);
}
