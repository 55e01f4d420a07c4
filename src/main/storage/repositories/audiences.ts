import { sql, type Selectable } from "kysely";
import { z } from "zod";
import type { Audience } from "../../../shared/audience";
import type { Contact } from "../../../shared/contact";
import type { AudienceId } from "../../../shared/ids";
import { missing, refused } from "../failures";
import { giveImportUp } from "../imports/staging";
import type { Tidier } from "../imports/tidier";
import type { Database, Handles, Schema } from "../schema";
import { contactBatches, contactPage, firstContact, type ContactQuery } from "./contacts";
import { campaignsNeeding, refuseWhileNeeded } from "./needed-by";

export class AudienceRepository {
  readonly #handles: Handles;
  readonly #tidier: Tidier;

  constructor(handles: Handles, tidier: Tidier) {
    this.#handles = handles;
    this.#tidier = tidier;
  }

  /** Newest first. */
  async list(): Promise<Audience[]> {
    const { reading } = this.#handles;
    const needed = await campaignsNeeding(reading, "audience_id");
    const rows = await shown(reading).selectAll().orderBy("id", "desc").execute();
    return rows.map((row) => audienceOf(row, needed.get(row.id)));
  }

  async get(id: AudienceId): Promise<Audience> {
    const { reading } = this.#handles;
    const row = await shown(reading).selectAll().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw missing("The audience");
    return audienceOf(row, (await campaignsNeeding(reading, "audience_id")).get(id));
  }

  /** In the order of their file. */
  async contacts(id: AudienceId, query: ContactQuery): Promise<{ total: number; rows: Contact[] }> {
    const audience = await this.#extent(id);
    return contactPage(this.#handles.reading, audience, query);
  }

  /** Null when the audience is empty. */
  async firstContact(id: AudienceId): Promise<Contact | null> {
    return firstContact(this.#handles.reading, await this.#extent(id));
  }

  /** All contacts, some thousands at a time, for an export. */
  async *allContacts(id: AudienceId): AsyncGenerator<readonly Contact[]> {
    yield* contactBatches(this.#handles.reading, await this.#extent(id));
  }

  async rename(id: AudienceId, name: string): Promise<void> {
    await this.#handles.writing.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable("audience")
        .set("name", name)
        .where("id", "=", id)
        .where("state", "in", ["ready", "appending"])
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw missing("The audience");
      await transaction
        .updateTable("campaign")
        .set("audience_name", name)
        .where("audience_id", "=", id)
        .execute();
    });
  }

  /**
   * Refused while a campaign needs it; campaigns that are over keep its name, and the contacts that
   * they called. It is gone at once, its rows follow in the background.
   */
  async delete(id: AudienceId): Promise<void> {
    await this.#handles.writing.transaction().execute(async (transaction) => {
      const row = await shown(transaction).select("state").where("id", "=", id).executeTakeFirst();
      if (row === undefined) throw missing("The audience");
      if (row.state === "appending") {
        throw refused(
          "The audience was not deleted: an import into it is under way.",
          "Wait until it has finished, or cancel it.",
        );
      }
      const needed = await campaignsNeeding(transaction, "audience_id");
      refuseWhileNeeded("audience", needed.get(id));
      await transaction
        .updateTable("campaign")
        .set("audience_id", null)
        .where("audience_id", "=", id)
        .execute();
      await transaction
        .updateTable("audience")
        .set("state", "removed")
        .where("id", "=", id)
        .execute();
    });
    this.#tidier.add(id);
  }

  /** For an import whose worker ended without `commit` or `rollback`. */
  async abandonImport(id: AudienceId): Promise<void> {
    await giveImportUp(this.#handles.writing, id);
  }

  async #extent(id: AudienceId) {
    const row = await shown(this.#handles.reading)
      .select(["id", "contacts", sql<number>`last_contact_id`.as("lastContactId")])
      .where("id", "=", id)
      .executeTakeFirst();
    if (row === undefined) throw missing("The audience");
    return row;
  }
}

function shown(database: Database) {
  return database.selectFrom("audience").where("state", "in", ["ready", "appending"]);
}

function audienceOf(
  row: Selectable<Schema["audience"]>,
  neededBy: readonly string[] = [],
): Audience {
  return {
    id: row.id,
    name: row.name,
    contacts: row.contacts,
    variables: z.array(z.string()).parse(JSON.parse(row.variables)),
    createdAt: row.created_at,
    neededBy: [...neededBy],
  };
}
