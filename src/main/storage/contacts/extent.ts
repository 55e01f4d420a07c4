import type { AudienceId } from "../../../shared/ids";
import { missing } from "../failures";
import type { Database } from "../schema";

/** What of an audience is to be seen: contacts beyond the last one are being imported. */
export interface AudienceExtent {
  readonly id: AudienceId;
  readonly contacts: number;
  readonly lastContactId: number;
  /** Contacts up to this one are in `contact_text`. */
  readonly searchableTo: number;
}

export function shownAudiences(database: Database) {
  return database.selectFrom("audience").where("state", "in", ["ready", "appending"]);
}

export async function extentOf(database: Database, id: AudienceId): Promise<AudienceExtent> {
  const row = await shownAudiences(database)
    .select(["id", "contacts", "last_contact_id as lastContactId", "searchable_to as searchableTo"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw missing("The audience");
  return row;
}
