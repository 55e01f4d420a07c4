import { sql } from "kysely";
import type { PhoneNumber } from "../../../shared/phone-number";
import type { Database } from "../schema";
import type { KnownNumbers } from "./known-numbers";
import type { Staging } from "./staging";

const BATCH = 5_000;

/** The numbers that the audience has before the import; of contacts that share one, the first has it. */
export async function learnNumbers(
  database: Database,
  { audienceId, lastContactId }: Staging,
  known: KnownNumbers,
): Promise<void> {
  for (let after = 0; ;) {
    const { rows } = await sql<{ id: number; phone: PhoneNumber }>`
      select id, phone from contact
      where audience_id = ${audienceId} and id > ${after} and id <= ${lastContactId}
      order by id limit ${BATCH}`.execute(database);
    for (const { id, phone } of rows) {
      if (known.contactWith(phone) === undefined) known.set(phone, id);
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}
