import type { CampaignDraft } from "../../../shared/campaign";
import type { CampaignId, ContactId } from "../../../shared/ids";
import { MINUTE, type Instant } from "../../../shared/instant";
import { note } from "../activity/activity-lines";
import { figuresByCampaign } from "../dialing/figures";
import { missing, refused } from "../failures";
import type { Database, Handles } from "../schema";
import { draftColumns } from "./campaign-draft";
import { editedActivity, scheduled } from "./draft-activity";
import { storedCampaign, type StoredCampaign } from "./stored-campaign";

export type CampaignName = Pick<StoredCampaign, "id" | "name" | "status">;

export class CampaignRepository {
  readonly #handles: Handles;

  constructor(handles: Handles) {
    this.#handles = handles;
  }

  /** Newest first. */
  async list(): Promise<StoredCampaign[]> {
    const { reading } = this.#handles;
    const rows = await reading.selectFrom("campaign").selectAll().orderBy("id", "desc").execute();
    const figures = await figuresByCampaign(reading, null);
    return rows.flatMap((row) => {
      const ofRow = figures.get(row.id);
      return ofRow === undefined ? [] : [storedCampaign(row, ofRow)];
    });
  }

  async get(id: CampaignId): Promise<StoredCampaign> {
    const { reading } = this.#handles;
    const row = await reading
      .selectFrom("campaign")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirst();
    const figures = (await figuresByCampaign(reading, id)).get(id);
    if (row === undefined || figures === undefined) throw missing("The campaign");
    return storedCampaign(row, figures);
  }

  /** Those that may call this contact, newest first: at most fifty. */
  async namesFor(contactId: ContactId): Promise<CampaignName[]> {
    return this.#handles.reading
      .selectFrom("campaign")
      .innerJoin("contact", "contact.audience_id", "campaign.audience_id")
      .select(["campaign.id", "campaign.name", "campaign.status"])
      .where("contact.id", "=", contactId)
      .orderBy("campaign.id", "desc")
      .limit(50)
      .execute();
  }

  async create(draft: CampaignDraft, now: Instant): Promise<CampaignId> {
    return this.#handles.writing.transaction().execute(async (transaction) => {
      const { id } = await transaction
        .insertInto("campaign")
        .values({ status: "DRAFT", created_at: now, ...(await draftColumns(transaction, draft)) })
        .returning("id")
        .executeTakeFirstOrThrow();
      await note(transaction, id, now, { kind: "created", message: "Created as a draft." });
      if (draft.scheduledStart) await note(transaction, id, now, scheduled(draft.scheduledStart));
      return id;
    });
  }

  async update(id: CampaignId, draft: CampaignDraft, now: Instant): Promise<void> {
    await this.#handles.writing.transaction().execute(async (transaction) => {
      const before = await requireDraft(transaction, id, "changed");
      const columns = await draftColumns(transaction, draft);
      await transaction
        .updateTable("campaign")
        .set({ start_problem: null, ...columns })
        .where("id", "=", id)
        .execute();
      for (const line of editedActivity(before, columns)) await note(transaction, id, now, line);
    });
  }

  async delete(id: CampaignId): Promise<void> {
    await this.#handles.writing.transaction().execute(async (transaction) => {
      await requireDraft(transaction, id, "deleted");
      await transaction.deleteFrom("activity").where("campaign_id", "=", id).execute();
      await transaction.deleteFrom("campaign").where("id", "=", id).execute();
    });
  }

  /** Starts in each minute of the hour before `now`, oldest first: 60 figures. */
  async startsPerMinute(id: CampaignId, now: Instant): Promise<number[]> {
    const since = now - 60 * MINUTE;
    const starts = await this.#handles.reading
      .selectFrom("attempt")
      .select("intent_at")
      .where("campaign_id", "=", id)
      .where("intent_at", ">", since)
      .where("intent_at", "<=", now)
      .execute();
    const minutes = Array.from({ length: 60 }, () => 0);
    for (const { intent_at } of starts) {
      const minute = 59 - Math.floor((now - intent_at) / MINUTE);
      minutes[minute] = (minutes[minute] ?? 0) + 1;
    }
    return minutes;
  }
}

async function requireDraft(database: Database, id: CampaignId, verb: "changed" | "deleted") {
  const row = await database
    .selectFrom("campaign")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw missing("The campaign");
  if (row.status !== "DRAFT") {
    throw refused(
      `The campaign is ${row.status}: only a DRAFT can be ${verb}. It was left as it is.`,
      verb === "changed"
        ? "Create another campaign with the settings you want."
        : "Its calls are kept for review. Cancel it if it is to stop.",
    );
  }
  return row;
}
