import { sql } from "kysely";
import { z } from "zod";
import type { AudienceId, ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import { joinCampaigns } from "../contacts/joining";
import { missing, refused } from "../failures";
import type { Database } from "../schema";
import { tidyAudience } from "./tidy";

export type ImportTarget =
  | { readonly kind: "new"; readonly name: string }
  | { readonly kind: "append"; readonly audienceId: AudienceId };

/**
 * An import stages its rows where nobody looks: in an audience that is not shown yet, or beyond the
 * last contact of one that is. One short transaction at the end shows them all.
 */
export interface Staging {
  readonly audienceId: AudienceId;
  readonly lastContactId: ContactId | 0;
}

export async function beginImport(
  database: Database,
  target: ImportTarget,
  variables: readonly string[],
  now: Instant,
): Promise<Staging> {
  if (target.kind === "append") return beginAppending(database, target.audienceId);
  const { id } = await database
    .insertInto("audience")
    .values({
      name: target.name,
      variables: JSON.stringify(variables),
      state: "importing",
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { audienceId: id, lastContactId: 0 };
}

async function beginAppending(database: Database, id: AudienceId): Promise<Staging> {
  return database.transaction().execute(async (transaction) => {
    const audience = await transaction
      .selectFrom("audience")
      .select(["state", "last_contact_id"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (audience?.state === "appending" || (await hasUpdatesLeft(transaction, id))) {
      throw refused(
        "Another import into this audience is under way, so this one was not begun.",
        "Try again when it has finished.",
      );
    }
    if (audience?.state !== "ready") throw missing("The audience");
    await transaction
      .updateTable("audience")
      .set("state", "appending")
      .where("id", "=", id)
      .execute();
    return { audienceId: id, lastContactId: audience.last_contact_id as ContactId | 0 };
  });
}

/** Those of an import that was decided, and not carried over wholly before the process ended. */
async function hasUpdatesLeft(database: Database, id: AudienceId): Promise<boolean> {
  const left = await database
    .selectFrom("contact_update")
    .select("contact_id")
    .where("audience_id", "=", id)
    .limit(1)
    .executeTakeFirst();
  return left !== undefined;
}

export async function finishImport(
  database: Database,
  id: AudienceId,
  staged: { contacts: number; lastContactId: ContactId | 0; variables: readonly string[] },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const audience = await transaction
      .selectFrom("audience")
      .select(["state", "variables"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (audience?.state !== "importing" && audience?.state !== "appending") {
      throw missing("The audience");
    }
    const known = z.array(z.string()).parse(JSON.parse(audience.variables));
    await transaction
      .updateTable("audience")
      .set({
        state: "ready",
        variables: JSON.stringify([...new Set([...known, ...staged.variables])]),
        contacts: sql`contacts + ${staged.contacts}`,
        last_contact_id: staged.lastContactId,
      })
      .where("id", "=", id)
      .execute();
    await joinCampaigns(transaction, id, staged);
  });
}

/** @param goOn asked before each chunk */
export async function giveImportUp(
  database: Database,
  id: AudienceId,
  goOn?: () => boolean,
): Promise<void> {
  await database
    .updateTable("audience")
    .set("state", "removed")
    .where("id", "=", id)
    .where("state", "=", "importing")
    .execute();
  await tidyAudience(database, id, goOn);
}
