import { sql } from "kysely";
import type { CampaignId, ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { Outcome } from "../../../shared/outcome";
import type { PutOff, WaitsFor } from "../../dialing/ports";
import type { Database } from "../schema";
import { enrol } from "./enrolment";

/**
 * Keeps for whom a gate of their own is closed: until when and for what, or that they end without a
 * call. In one transaction; who is not pending any more stays as it is.
 */
export async function putOff(
  database: Database,
  id: CampaignId,
  contacts: readonly PutOff[],
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await enrolThem(
      transaction,
      id,
      contacts.map(({ contactId }) => contactId),
    );
    await letWait(transaction, id, contacts);
    await endUncalled(transaction, id, contacts);
  });
}

async function enrolThem(
  database: Database,
  id: CampaignId,
  contacts: readonly ContactId[],
): Promise<void> {
  const progress = await database
    .selectFrom("campaign_progress")
    .select(["enrolled_to", "last_contact_id"])
    .where("campaign_id", "=", id)
    .executeTakeFirst();
  if (progress === undefined) return;
  const { enrolled_to: from, last_contact_id: to } = progress;
  const enrolled = await enrol(
    database,
    id,
    contacts.filter((contact) => from < contact && contact <= to),
  );
  await sql`
    update campaign_progress set
      unclaimed = unclaimed - ${enrolled}, returned = returned + ${enrolled}
    where campaign_id = ${id}`.execute(database);
}

/**
 * The campaign stands in each fact: with it as a constant SQLite would look through all facts for
 * every contact of the campaign.
 */
async function letWait(
  database: Database,
  id: CampaignId,
  contacts: readonly PutOff[],
): Promise<void> {
  const facts = contacts.flatMap((contact) =>
    contact.kind === "waits" ? [[id, contact.contactId, contact.until, contact.waitsFor]] : [],
  );
  if (facts.length === 0) return;
  await sql`
    update campaign_contact set not_before = fact.value ->> 2, waits_for = fact.value ->> 3
    from json_each(${JSON.stringify(facts)}) as fact
    where campaign_contact.campaign_id = fact.value ->> 0
      and campaign_contact.contact_id = fact.value ->> 1
      and campaign_contact.status = 'PENDING'`.execute(database);
}

async function endUncalled(
  database: Database,
  id: CampaignId,
  contacts: readonly PutOff[],
): Promise<void> {
  const facts = contacts.flatMap((contact) =>
    contact.kind === "never" ? [[id, contact.contactId, contact.outcome]] : [],
  );
  if (facts.length === 0) return;
  const { rows: ended } = await sql<{ outcome: Outcome; attempts: number }>`
    update campaign_contact set
      status = 'FAILED', not_before = null, waits_for = null, outcome = fact.value ->> 2
    from json_each(${JSON.stringify(facts)}) as fact
    where campaign_contact.campaign_id = fact.value ->> 0
      and campaign_contact.contact_id = fact.value ->> 1
      and campaign_contact.status = 'PENDING'
    returning campaign_contact.outcome, campaign_contact.attempts`.execute(database);
  await countUncalled(database, id, ended);
}

async function countUncalled(
  database: Database,
  id: CampaignId,
  ended: readonly { readonly outcome: Outcome; readonly attempts: number }[],
): Promise<void> {
  const waited = ended.filter(({ attempts }) => attempts > 0).length;
  await sql`
    update campaign_progress set
      returned = returned - ${ended.length - waited},
      waiting = waiting - ${waited},
      failed = failed + ${ended.length}
    where campaign_id = ${id}`.execute(database);
  await sql`
    insert into campaign_outcome (campaign_id, outcome, contacts)
    select ${id}, value, count(*)
    from json_each(${JSON.stringify(ended.map(({ outcome }) => outcome))})
    group by value
    having true
    on conflict do update set contacts = contacts + excluded.contacts`.execute(database);
}

/** Contacts of one statement: the dialing engine waits for it. */
const CHUNK = 4_000;

/** The rules have changed: who waits for one of these is due at `now`, in every campaign. */
export async function lookAgain(
  database: Database,
  waitsFor: readonly WaitsFor[],
  now: Instant,
): Promise<void> {
  let changed: bigint | undefined;
  do {
    ({ numAffectedRows: changed } = await sql`
      update campaign_contact set not_before = min(not_before, ${now}), waits_for = null
      from (
        select campaign_id, contact_id from campaign_contact indexed by campaign_contact_put_off
        where waits_for in (select value from json_each(${JSON.stringify(waitsFor)}))
        limit ${CHUNK}
      ) as waiting
      where campaign_contact.campaign_id = waiting.campaign_id
        and campaign_contact.contact_id = waiting.contact_id`.execute(database));
  } while (changed === BigInt(CHUNK));
}
