import { sql, type Selectable } from "kysely";
import type { CampaignId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { CampaignChange, CampaignRecord } from "../../dialing/ports";
import { note } from "../activity/activity-lines";
import { missing, refused } from "../failures";
import { storedDialing } from "../repositories/stored-dialing";
import type { Database, Schema } from "../schema";

export async function campaignRecord(
  database: Database,
  id: CampaignId,
): Promise<CampaignRecord | null> {
  const row = await database
    .selectFrom("campaign")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

export async function campaignsToMind(database: Database): Promise<readonly CampaignRecord[]> {
  const rows = await database
    .selectFrom("campaign")
    .selectAll()
    .where((where) =>
      where.or([
        where("status", "=", "IN_PROGRESS"),
        where.and([where("status", "=", "DRAFT"), where("starts_at", "is not", null)]),
        where(
          "id",
          "in",
          where.selectFrom("attempt").select("campaign_id").where("ended_at", "is", null),
        ),
      ]),
    )
    .orderBy("id")
    .execute();
  return rows.map(recordOf);
}

function recordOf(row: Selectable<Schema["campaign"]>): CampaignRecord {
  return {
    id: row.id,
    status: row.status,
    dialing: storedDialing(row.dialing),
    callerId: row.caller_id,
    startsAt: row.status === "DRAFT" ? row.starts_at : null,
    startProblem: row.start_problem,
  };
}

/** The start enrols nobody: it only notes which contacts are meant, however many they are. */
export async function changeCampaign(
  database: Database,
  id: CampaignId,
  change: CampaignChange,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom("campaign")
      .select("status")
      .where("id", "=", id)
      .executeTakeFirst();
    if (before === undefined) throw missing("The campaign");
    const isOver = before.status === "COMPLETED" || before.status === "CANCELLED";
    if (isOver && change.status !== before.status) {
      throw refused(`The campaign is ${before.status}: it cannot become ${change.status}.`);
    }
    if (change.status === "COMPLETED") await refuseWhilePending(transaction, id);
    await transaction
      .updateTable("campaign")
      .set({
        status: change.status,
        pause_reason: change.pauseReason === null ? null : JSON.stringify(change.pauseReason),
        ...(change.startProblem === undefined ? {} : { start_problem: change.startProblem }),
      })
      .where("id", "=", id)
      .execute();
    if (before.status === "DRAFT" && change.status === "IN_PROGRESS") {
      await start(transaction, id, change.at);
    }
    if (change.status === "COMPLETED" || change.status === "CANCELLED") {
      await sql`update campaign set ended_at = coalesce(ended_at, ${change.at}) where id = ${id}`.execute(
        transaction,
      );
    }
    await note(transaction, id, change.at, change.activity);
  });
}

/** Contacts may have joined since it was seen that all are done. */
async function refuseWhilePending(database: Database, id: CampaignId): Promise<void> {
  const progress = await database
    .selectFrom("campaign_progress")
    .select("unclaimed")
    .where("campaign_id", "=", id)
    .executeTakeFirst();
  if (progress === undefined || progress.unclaimed === 0) return;
  throw refused("The campaign is not completed: contacts have joined it.");
}

async function start(database: Database, id: CampaignId, at: Instant): Promise<void> {
  await sql`
    update campaign set
      started_at = ${at},
      flow_content = (select content from flow where flow.id = campaign.flow_id)
    where id = ${id}`.execute(database);
  await sql`
    insert into campaign_progress 
      (campaign_id, enrolled_to, last_contact_id, total, unclaimed, last_event_at)
    select campaign.id, 0, audience.last_contact_id, audience.contacts, audience.contacts,
      ${at}
    from campaign join audience on audience.id = campaign.audience_id
    where campaign.id = ${id}`.execute(database);
}
