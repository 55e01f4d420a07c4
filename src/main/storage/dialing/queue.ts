import { sql } from "kysely";
import type { CampaignId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { OpenAttempt, ReadyContact } from "../../dialing/ports";
import type { Database } from "../schema";

/** Whose number is on another campaign's call is among them: the engine knows those, and the claim fences them. */
export async function readyContacts(
  database: Database,
  id: CampaignId,
  now: Instant,
  limit: number,
): Promise<readonly ReadyContact[]> {
  const { rows: due } = await sql<ReadyContact>`
    select contact_id as contactId, phone, attempts from campaign_contact
    where campaign_id = ${id} and status = 'PENDING' and not_before <= ${now}
    order by not_before, contact_id
    limit ${limit}`.execute(database);
  if (due.length === limit) return due;
  const { rows: neverCalled } = await sql<ReadyContact>`
    select contact.id as contactId, contact.phone, 0 as attempts
    from campaign
    join campaign_progress as progress on progress.campaign_id = campaign.id
    join contact on contact.audience_id = campaign.audience_id
      and contact.id > progress.enrolled_to and contact.id <= progress.last_contact_id
    where campaign.id = ${id}
    order by contact.id
    limit ${limit - due.length}`.execute(database);
  return [...due, ...neverCalled];
}

export async function nextReadyAt(database: Database, id: CampaignId): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant }>`
    select not_before as at from campaign_contact
    where campaign_id = ${id} and status = 'PENDING'
    order by not_before
    limit 1`.execute(database);
  return rows[0]?.at ?? null;
}

export async function recentStarts(
  database: Database,
  id: CampaignId,
  limit: number,
): Promise<readonly Instant[]> {
  const rows = await database
    .selectFrom("attempt")
    .select("intent_at")
    .where("campaign_id", "=", id)
    .orderBy("intent_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.intent_at);
}

export async function openAttempts(database: Database): Promise<readonly OpenAttempt[]> {
  const { rows } = await sql<OpenAttempt>`
    select id, campaign_id as campaignId, contact_id as contactId, number, to_number as "to",
      from_number as "from", state, sid, intent_at as intentAt, answered_at as answeredAt
    from attempt indexed by attempt_open_of_number
    where ended_at is null
    order by id`.execute(database);
  return rows;
}
