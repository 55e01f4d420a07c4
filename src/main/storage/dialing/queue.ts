import { sql } from "kysely";
import type { CampaignId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { Due, OpenAttempt, ReadyContact } from "../../dialing/ports";
import { readyContact, starts, suppression, zonesOf, type FactsRow } from "./contact-facts";
import type { Database } from "../schema";
import { earlierAttempts } from "./earlier-attempts";

/** Whose number is on another campaign's call is among them: the engine knows those, and the claim fences them. */
export async function readyContacts(
  database: Database,
  id: CampaignId,
  now: Instant,
  limit: number,
  startsFrom: Instant | null,
): Promise<readonly ReadyContact[]> {
  const { rows: due } = await sql<FactsRow>`
    select due.contact_id as contactId, due.phone, due.attempts, contact.time_zones as timeZones,
      ${suppression(sql.ref("due.phone"))}, ${starts(sql.ref("due.phone"), startsFrom)}
    from campaign_contact as due left join contact on contact.id = due.contact_id
    where due.campaign_id = ${id} and due.status = 'PENDING' and due.not_before <= ${now}
    order by due.not_before, due.contact_id
    limit ${limit}`.execute(database);
  if (due.length === limit) return due.map(readyContact);
  const { rows: neverCalled } = await sql<FactsRow>`
    select contact.id as contactId, contact.phone, 0 as attempts, contact.time_zones as timeZones,
      ${suppression(sql.ref("contact.phone"))}, ${starts(sql.ref("contact.phone"), startsFrom)}
    from campaign
    join campaign_progress as progress on progress.campaign_id = campaign.id
    join contact on contact.audience_id = campaign.audience_id
      and contact.id > progress.enrolled_to and contact.id <= progress.last_contact_id
    where campaign.id = ${id}
    order by contact.id
    limit ${limit - due.length}`.execute(database);
  return [...due, ...neverCalled].map(readyContact);
}

export async function nextDue(database: Database, id: CampaignId): Promise<Due | null> {
  const { rows } = await sql<Due>`
    select not_before as at, coalesce(waits_for, 'retry-delay') as waitsFor from campaign_contact
    where campaign_id = ${id} and status = 'PENDING'
    order by not_before
    limit 1`.execute(database);
  return rows[0] ?? null;
}

export async function lastDue(database: Database, id: CampaignId): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant }>`
    select not_before as at from campaign_contact
    where campaign_id = ${id} and status = 'PENDING'
    order by not_before desc
    limit 1`.execute(database);
  return rows[0]?.at ?? null;
}

export async function recentStarts(
  database: Database,
  id: CampaignId | null,
  limit: number,
): Promise<readonly Instant[]> {
  const starts = database.selectFrom("attempt").select("intent_at").limit(limit);
  const rows = await (
    id === null
      ? // In the order in which they were claimed: it needs no index.
        starts.orderBy("id", "desc")
      : starts.where("campaign_id", "=", id).orderBy("intent_at", "desc")
  ).execute();
  return rows.map((row) => row.intent_at);
}

export async function openAttempts(database: Database): Promise<readonly OpenAttempt[]> {
  const { rows } = await sql<
    Omit<OpenAttempt, "earlier" | "timeZones"> & Pick<FactsRow, "timeZones">
  >`
    select attempt.id, campaign_id as campaignId, contact_id as contactId, number,
      to_number as "to", from_number as "from", state, sid, intent_at as intentAt,
      answered_at as answeredAt, contact.time_zones as timeZones
    from attempt indexed by attempt_open_of_number
    left join contact on contact.id = attempt.contact_id
    where ended_at is null
    order by attempt.id`.execute(database);
  const earlier = await earlierAttempts(database, rows);
  return rows.map((attempt) => ({
    ...attempt,
    timeZones: zonesOf(attempt.timeZones),
    earlier: earlier(attempt.id),
  }));
}
