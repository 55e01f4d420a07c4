import type { Selectable } from "kysely";
import { z } from "zod";
import type { Audience } from "../../../shared/audience";
import type { Contact, ContactFacets, ContactPage, ContactView } from "../../../shared/contact";
import type { AudienceId, CampaignId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { ContactBrowser, ContactQuery } from "../contacts/contact-browser";
import { copyAudience, type CopyJob, type CopyWatch } from "../contacts/copy-audience";
import { extentOf, shownAudiences } from "../contacts/extent";
import { missing, refused } from "../failures";
import { giveImportUp } from "../imports/staging";
import type { Tidier } from "../imports/tidier";
import type { Handles, Schema } from "../schema";
import type { KeptContact } from "../contacts/contact-rows";
import { contactBatches, firstContact } from "./contacts";
import { campaignsNeeding, dialingFrom, refuseWhileNeeded } from "./needed-by";
import { whereabouts, type Whereabouts } from "./whereabouts";

export class AudienceRepository {
  readonly #handles: Handles;
  readonly #tidier: Tidier;
  readonly #browser: ContactBrowser;
  readonly #file: string;

  /** @param file where the store lies, for what works on a connection of its own */
  constructor(handles: Handles, tidier: Tidier, browser: ContactBrowser, file: string) {
    this.#handles = handles;
    this.#tidier = tidier;
    this.#browser = browser;
    this.#file = file;
  }

  /** Newest first. */
  async list(): Promise<Audience[]> {
    const { reading } = this.#handles;
    const needed = await campaignsNeeding(reading, "audience_id");
    const rows = await shownAudiences(reading).selectAll().orderBy("id", "desc").execute();
    return rows.map((row) => audienceOf(row, needed.get(row.id)));
  }

  async get(id: AudienceId): Promise<Audience> {
    const { reading } = this.#handles;
    const row = await shownAudiences(reading).selectAll().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw missing("The audience");
    return audienceOf(row, (await campaignsNeeding(reading, "audience_id")).get(id));
  }

  /** In which time zones its first ten thousand contacts are. */
  async whereabouts(id: AudienceId): Promise<Whereabouts[]> {
    return whereabouts(this.#handles.reading, id);
  }

  /** In the order of their file, if the query says nothing else. */
  async contacts(id: AudienceId, query: ContactQuery, now = Date.now()): Promise<ContactPage> {
    return this.#browser.page(id, query, now);
  }

  /** How many contacts the view shows: what a page that was counting did not say. */
  async countContacts(id: AudienceId, view: ContactView, now: Instant): Promise<number> {
    return this.#browser.count(id, view, now);
  }

  /** The running and paused campaigns that call its contacts. */
  async dialedBy(id: AudienceId): Promise<CampaignId[]> {
    return (await dialingFrom(this.#handles.reading, id)).map((campaign) => campaign.id);
  }

  /** Its contacts were changed, and not through this store: by a worker. */
  contactsChanged(id: AudienceId): void {
    this.#browser.changed(id);
  }

  /** What its contacts can be filtered by. */
  async facets(id: AudienceId): Promise<ContactFacets> {
    return this.#browser.facets(id);
  }

  /** Null when the audience is empty. */
  async firstContact(id: AudienceId): Promise<Contact | null> {
    return firstContact(this.#handles.reading, await extentOf(this.#handles.reading, id));
  }

  /** All contacts, some thousands at a time, for an export. */
  async *allContacts(id: AudienceId): AsyncGenerator<readonly KeptContact[]> {
    yield* contactBatches(this.#handles.reading, await extentOf(this.#handles.reading, id));
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
      const row = await shownAudiences(transaction)
        .select("state")
        .where("id", "=", id)
        .executeTakeFirst();
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

  /**
   * Copies an audience, or its two parts, beside everything else; all of it or nothing.
   * @throws AppFailure when it was cancelled, or one of two parts would be empty
   */
  copy(job: CopyJob, watch: CopyWatch): Promise<AudienceId[]> {
    return copyAudience(this.#file, job, watch);
  }

  /** For an import whose worker ended without `commit` or `rollback`. */
  async abandonImport(id: AudienceId): Promise<void> {
    await giveImportUp(this.#handles.writing, id);
  }
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
