import type { Activity, CampaignDraft } from "../../../shared/campaign";
import type { CampaignId } from "../../../shared/ids";
import { MINUTE, type Instant } from "../../../shared/instant";
import { figuresByCampaign } from "../dialing/figures";
import { missing, refused } from "../failures";
import type { Database, Handles } from "../schema";
import { draftColumns } from "./campaign-draft";
import { storedCampaign, type StoredCampaign } from "./stored-campaign";

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

  async create(draft: CampaignDraft, now: Instant): Promise<CampaignId> {
    return this.#handles.writing.transaction().execute(async (transaction) => {
      const { id } = await transaction
        .insertInto("campaign")
        .values({ status: "DRAFT", created_at: now, ...(await draftColumns(transaction, draft)) })
        .returning("id")
        .executeTakeFirstOrThrow();
      await log(transaction, id, now, { kind: "created", message: "Created as a draft." });
      await logSchedule(transaction, id, now, draft);
      return id;
    });
  }

  async update(id: CampaignId, draft: CampaignDraft, now: Instant): Promise<void> {
    await this.#handles.writing.transaction().execute(async (transaction) => {
      const before = await requireDraft(transaction, id, "changed");
      await transaction
        .updateTable("campaign")
        .set({ start_problem: null, ...(await draftColumns(transaction, draft)) })
        .where("id", "=", id)
        .execute();
      const { scheduledStart } = draft;
      if (
        before.schedule_local !== (scheduledStart?.local ?? null) ||
        before.schedule_zone !== (scheduledStart?.timeZone ?? null)
      ) {
        await logSchedule(transaction, id, now, draft);
      }
    });
  }

  async delete(id: CampaignId): Promise<void> {
    await this.#handles.writing.transaction().execute(async (transaction) => {
      await requireDraft(transaction, id, "deleted");
      await transaction.deleteFrom("activity").where("campaign_id", "=", id).execute();
      await transaction.deleteFrom("campaign").where("id", "=", id).execute();
    });
  }

  /** Newest first. */
  async activity(id: CampaignId): Promise<Activity[]> {
    return this.#handles.reading
      .selectFrom("activity")
      .select(["at", "kind", "message"])
      .where("campaign_id", "=", id)
      .orderBy("id", "desc")
      .limit(500)
      .execute();
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
    .select(["status", "schedule_local", "schedule_zone"])
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

async function logSchedule(
  database: Database,
  id: CampaignId,
  now: Instant,
  { scheduledStart }: CampaignDraft,
): Promise<void> {
  const message =
    scheduledStart === null
      ? null
      : `Scheduled for ${scheduledStart.local.replace("T", " ")}, ${scheduledStart.timeZone}.`;
  if (message !== null) await log(database, id, now, { kind: "scheduled", message });
}

async function log(
  database: Database,
  id: CampaignId,
  at: Instant,
  { kind, message }: Pick<Activity, "kind" | "message">,
): Promise<void> {
  await database.insertInto("activity").values({ campaign_id: id, at, kind, message }).execute();
}
