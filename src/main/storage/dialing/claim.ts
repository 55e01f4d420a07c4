import { sql } from "kysely";
import type { AttemptId, CampaignId, ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { CampaignStatus } from "../../../shared/campaign";
import type { CallStatus } from "../../../shared/call";
import type { Claim, ClaimResult, EarlierAttempt } from "../../dialing/ports";
import type { Database } from "../schema";
import { earlierAttempts } from "./earlier-attempts";
import { enrolAndCount, type Claimed } from "./enrolment";

/**
 * Puts intents on disk in one transaction. Each is refused on its own: when its campaign does not
 * run, its contact is not ready as the claim has it (it may have been read before its last call), its
 * number came onto the do-not-call list or was called too often meanwhile, or (by the unique
 * indexes) its number or contact is on a call.
 */
export async function claim(
  database: Database,
  claims: readonly Claim[],
): Promise<readonly ClaimResult[]> {
  return database.transaction().execute(async (transaction) => {
    const standings = await standingsOf(transaction, claims);
    const admitted = claims.flatMap((claim, place) => {
      const standing = standings[place];
      return standing !== undefined && mayBeClaimed(claim, standing) ? [{ claim, standing }] : [];
    });
    const ids = await insertIntents(
      transaction,
      admitted.map(({ claim }) => claim),
    );
    const claimed = new Map<Claim, Claimed>();
    for (const { claim, standing } of admitted) {
      const key = keyOf(claim.campaignId, claim.contactId);
      const attemptId = ids.get(key);
      if (attemptId === undefined) continue;
      ids.delete(key);
      claimed.set(claim, {
        claim,
        attemptId,
        attemptsBefore: standing.attempts,
        calledBefore: standing.lastAttemptAt !== null,
      });
    }
    await enrolAndCount(transaction, [...claimed.values()]);
    const earlier = await earlierAttempts(transaction, [...claimed.values()].map(dialOf));
    return claims.map((claim) => resultOf(claim, claimed.get(claim), earlier));
  });
}

interface Standing {
  readonly campaignStatus: CampaignStatus | null;
  /** Null, with `attempts`: the contact has never been claimed. */
  readonly status: CallStatus | null;
  readonly attempts: number | null;
  readonly notBefore: Instant | null;
  readonly lastAttemptAt: Instant | null;
  readonly suppressed: 0 | 1;
  readonly calledTooOften: 0 | 1;
}

function mayBeClaimed(claim: Claim, standing: Standing): boolean {
  if (standing.campaignStatus !== "IN_PROGRESS") return false;
  if (standing.suppressed || standing.calledTooOften) return false;
  if (standing.status !== null && standing.status !== "PENDING") return false;
  return (standing.attempts ?? 0) === claim.number - 1 && (standing.notBefore ?? 0) <= claim.at;
}

/** How things stand for each claim, in the claims' order. */
async function standingsOf(
  database: Database,
  claims: readonly Claim[],
): Promise<readonly Standing[]> {
  const wanted = JSON.stringify(
    claims.map(({ campaignId, contactId, to, at, startsAtMost }) => [
      campaignId,
      contactId,
      to,
      at,
      startsAtMost.map(({ starts, since }) => [starts, since]),
    ]),
  );
  const { rows } = await sql<Standing>`
    select campaign.status as campaignStatus, enrolled.status, enrolled.attempts,
      enrolled.not_before as notBefore, enrolled.last_attempt_at as lastAttemptAt,
      exists (
        select 1 from do_not_call
        where phone = wanted.value ->> 2 and coalesce(expires_at > wanted.value ->> 3, true)
      ) as suppressed,
      exists (
        select 1 from json_each(wanted.value -> 4) as most
        where most.value ->> 0 <= (
          select count(*) from attempt
          where to_number = wanted.value ->> 2 and intent_at > most.value ->> 1
            and coalesce(outcome, '') not in ('cancelled', 'not_placed')
        )
      ) as calledTooOften
    from json_each(${wanted}) as wanted
    left join campaign on campaign.id = wanted.value ->> 0
    left join campaign_contact as enrolled
      on enrolled.campaign_id = wanted.value ->> 0 and enrolled.contact_id = wanted.value ->> 1
    order by wanted.key`.execute(database);
  return rows;
}

async function insertIntents(
  database: Database,
  claims: readonly Claim[],
): Promise<Map<string, AttemptId>> {
  const intents = JSON.stringify(
    claims.map((claim) => [
      claim.campaignId,
      claim.contactId,
      claim.number,
      claim.to,
      claim.from,
      claim.at,
    ]),
  );
  const { rows } = await sql<{ id: AttemptId; campaignId: CampaignId; contactId: ContactId }>`
    insert into attempt
      (campaign_id, contact_id, number, state, to_number, from_number, intent_at)
    select value ->> 0, value ->> 1, value ->> 2, 'intent', value ->> 3, value ->> 4, value ->> 5
    from json_each(${intents})
    where true
    order by key
    on conflict do nothing
    returning id, campaign_id as campaignId, contact_id as contactId`.execute(database);
  return new Map(rows.map((row) => [keyOf(row.campaignId, row.contactId), row.id]));
}

function keyOf(campaignId: CampaignId, contactId: ContactId): string {
  return `${campaignId}/${contactId}`;
}

const dialOf = ({ claim, attemptId }: Claimed) => ({ ...claim, id: attemptId });

function resultOf(
  claim: Claim,
  claimed: Claimed | undefined,
  earlier: (dial: AttemptId) => readonly EarlierAttempt[],
): ClaimResult {
  if (claimed === undefined) return { kind: "fenced" };
  return {
    kind: "claimed",
    attempt: {
      id: claimed.attemptId,
      campaignId: claim.campaignId,
      contactId: claim.contactId,
      number: claim.number,
      to: claim.to,
      from: claim.from,
      state: "intent",
      sid: null,
      intentAt: claim.at,
      answeredAt: null,
      timeZones: claim.timeZones,
      earlier: earlier(claimed.attemptId),
    },
  };
}
