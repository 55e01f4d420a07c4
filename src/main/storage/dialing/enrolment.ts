import { sql } from "kysely";
import type { AttemptId, CampaignId, ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { Claim } from "../../dialing/ports";
import type { Database } from "../schema";

export interface Claimed {
  readonly claim: Claim;
  readonly attemptId: AttemptId;
  /** Null: the contact had never been claimed. */
  readonly attemptsBefore: number | null;
  /** Whether it has been dialed before, so that it is a row of the Calls section already. */
  readonly calledBefore: boolean;
}

/**
 * Contacts are enrolled in a campaign as they are claimed, in the audience's order. One that a claim
 * passes over, because its number is on another campaign's call, is enrolled beside it, as pending:
 * up to the cursor every contact has a row, beyond it none.
 */
export async function enrolAndCount(
  database: Database,
  claimed: readonly Claimed[],
): Promise<void> {
  await reclaim(
    database,
    claimed.filter(({ attemptsBefore }) => attemptsBefore !== null),
  );
  for (const [campaignId, ofCampaign] of byCampaign(claimed)) {
    const fresh = ofCampaign.filter(({ attemptsBefore }) => attemptsBefore === null);
    const enrolled = await enrol(
      database,
      campaignId,
      fresh.map(({ claim }) => claim.contactId),
    );
    const returned = ofCampaign.filter(({ attemptsBefore }) => attemptsBefore === 0).length;
    const waiting = ofCampaign.length - fresh.length - returned;
    await sql`
      update campaign_progress set
        unclaimed = unclaimed - ${enrolled},
        returned = returned + ${enrolled - fresh.length - returned},
        waiting = waiting - ${waiting},
        in_progress = in_progress + ${ofCampaign.length},
        called = called + ${ofCampaign.filter(({ calledBefore }) => !calledBefore).length},
        last_event_at = max(last_event_at, ${latest(ofCampaign)})
      where campaign_id = ${campaignId}`.execute(database);
  }
}

function byCampaign(claimed: readonly Claimed[]): Map<CampaignId, Claimed[]> {
  const groups = new Map<CampaignId, Claimed[]>();
  for (const one of claimed) {
    const group = groups.get(one.claim.campaignId);
    if (group === undefined) groups.set(one.claim.campaignId, [one]);
    else group.push(one);
  }
  return groups;
}

function latest(claimed: readonly Claimed[]): Instant {
  return Math.max(...claimed.map(({ claim }) => claim.at));
}

/** Those that have a row already. */
async function reclaim(database: Database, claimed: readonly Claimed[]): Promise<void> {
  if (claimed.length === 0) return;
  const ids = JSON.stringify(claimed.map(({ attemptId }) => attemptId));
  await sql`
    update campaign_contact set
      status = 'IN_PROGRESS',
      attempts = open.number,
      not_before = null,
      waits_for = null,
      open_attempt_id = open.id,
      last_attempt_at = open.intent_at
    from json_each(${ids}) as claimed cross join attempt as open on open.id = claimed.value
    where campaign_contact.campaign_id = open.campaign_id
      and campaign_contact.contact_id = open.contact_id`.execute(database);
}

/**
 * Moves the cursor to the farthest of these contacts that lie beyond it; answers how many were
 * enrolled on the way. Those passed over may be called at any time, whatever becomes of the clock.
 */
export async function enrol(
  database: Database,
  campaignId: CampaignId,
  beyond: readonly ContactId[],
): Promise<number> {
  if (beyond.length === 0) return 0;
  const farthest = Math.max(...beyond);
  const { numAffectedRows } = await sql`
    insert into campaign_contact
      (campaign_id, contact_id, name, phone, status, attempts, not_before, open_attempt_id,
       last_attempt_at)
    select campaign.id, contact.id, contact.name, contact.phone,
      iif(open.id is null, 'PENDING', 'IN_PROGRESS'), coalesce(open.number, 0),
      iif(open.id is null, 0, null), open.id, open.intent_at
    from campaign
    join campaign_progress as progress on progress.campaign_id = campaign.id
    join contact on contact.audience_id = campaign.audience_id
      and contact.id > progress.enrolled_to and contact.id <= ${farthest}
    left join attempt as open on open.campaign_id = campaign.id
      and open.contact_id = contact.id and open.ended_at is null
    where campaign.id = ${campaignId}`.execute(database);
  await database
    .updateTable("campaign_progress")
    .set({ enrolled_to: farthest as ContactId })
    .where("campaign_id", "=", campaignId)
    .execute();
  return Number(numAffectedRows ?? 0);
}
