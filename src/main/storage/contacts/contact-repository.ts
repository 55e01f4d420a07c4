import { sql, type Selectable } from "kysely";
import type { CallRow } from "../../../shared/call";
import type { ContactDetails } from "../../../shared/contact";
import type { AudienceId, ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import { rowsOfCalls } from "../calls/call-page";
import { missing } from "../failures";
import type { Database, Handles, Schema } from "../schema";
import type { ContactBrowser } from "./contact-browser";
import { contactDetailsOf, standing } from "./contact-rows";
import { addContact, changeContact, removeContact, type KeptContact } from "./edit-contacts";

/** Contacts one by one; audiences at large are looked through with `AudienceRepository`. */
export class ContactRepository {
  readonly #handles: Handles;
  readonly #browser: ContactBrowser;

  constructor(handles: Handles, browser: ContactBrowser) {
    this.#handles = handles;
    this.#browser = browser;
  }

  async get(audienceId: AudienceId, id: ContactId, now: Instant): Promise<ContactDetails> {
    const row = await shownContact(this.#handles.reading, audienceId, id, now);
    if (row === undefined) throw missing("The contact");
    return contactDetailsOf(row);
  }

  /** Its calls and those to its number, in every campaign, the latest first. */
  async calls(id: ContactId): Promise<CallRow[]> {
    return rowsOfCalls(
      this.#handles.reading,
      sql`
        select campaign.id as campaign_id, called.contact_id
        from campaign cross join campaign_contact as called
          on called.campaign_id = campaign.id and called.contact_id = ${id}
        where called.last_attempt_at is not null
        union
        select campaign_id, contact_id from attempt
        where to_number = (select phone from contact where id = ${id})`,
    );
  }

  /** @throws AppFailure when the audience has the number already, or an import into it is under way */
  async add(audienceId: AudienceId, contact: KeptContact): Promise<ContactId> {
    return this.#changing(audienceId, (database) => addContact(database, audienceId, contact));
  }

  /** @throws AppFailure when another contact has the number, or a campaign goes by the one it had */
  async change(audienceId: AudienceId, id: ContactId, contact: KeptContact): Promise<void> {
    return this.#changing(audienceId, (database) =>
      changeContact(database, audienceId, id, contact),
    );
  }

  /** @throws AppFailure while a campaign that runs or is paused needs the audience */
  async remove(audienceId: AudienceId, id: ContactId): Promise<void> {
    return this.#changing(audienceId, (database) => removeContact(database, audienceId, id));
  }

  async #changing<T>(audienceId: AudienceId, change: (database: Database) => Promise<T>) {
    const result = await this.#handles.writing.transaction().execute(change);
    this.#browser.changed(audienceId);
    return result;
  }
}

async function shownContact(
  database: Database,
  audienceId: AudienceId,
  id: ContactId,
  now: Instant,
) {
  const { rows } = await sql<
    Selectable<Schema["contact"]> & { doNotCall: 0 | 1; lastCalledAt: Instant | null }
  >`
    select contact.*, ${standing(now)}
    from contact join audience on audience.id = contact.audience_id
    where contact.id = ${id} and audience.id = ${audienceId}
      and audience.state in ('ready', 'appending') and contact.id <= audience.last_contact_id`.execute(
    database,
  );
  return rows[0];
}
