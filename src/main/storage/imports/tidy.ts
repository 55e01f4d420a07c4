import { sql } from "kysely";
import type { AudienceId } from "../../../shared/ids";
import type { Database } from "../schema";
import { carryUpdatesOver } from "./update-contacts";

/** Few enough that whoever else wants to write hardly waits. */
const CHUNK = 2_000;

/**
 * Deletes, a chunk at a time, contacts that nobody sees: those of a removed audience, and the audience
 * with them; or those that an import which came to nothing staged beyond the last one, with what it
 * says of others. What a decided import says of others is carried over.
 *
 * @param goOn asked before each chunk; what is left is tidied when the store is opened next
 */
export async function tidyAudience(
  database: Database,
  id: AudienceId,
  goOn: () => boolean = () => true,
): Promise<void> {
  const audience = await database
    .selectFrom("audience")
    .select(["state", "last_contact_id"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (audience === undefined) return;
  if (audience.state === "ready") return carryUpdatesOver(database, id, goOn);
  await database.deleteFrom("contact_update").where("audience_id", "=", id).execute();
  const isRemoved = audience.state !== "appending";
  const keepUpTo = isRemoved ? 0 : audience.last_contact_id;
  while (goOn()) {
    const { numAffectedRows } = await sql`
      delete from contact where id in (
        select id from contact where audience_id = ${id} and id > ${keepUpTo} limit ${CHUNK}
      )`.execute(database);
    if (numAffectedRows !== BigInt(CHUNK)) {
      await finish(database, id, isRemoved);
      return;
    }
  }
}

async function finish(database: Database, id: AudienceId, isRemoved: boolean): Promise<void> {
  if (isRemoved) await database.deleteFrom("audience").where("id", "=", id).execute();
  else await database.updateTable("audience").set("state", "ready").where("id", "=", id).execute();
}
