import { sql } from "kysely";
import type { CallStatus } from "../../../shared/call";
import type { CampaignId, ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { Outcome } from "../../../shared/outcome";
import type { ContactStanding } from "../../dialing/ports";
import type { Database } from "../schema";
import { factsOf, starts, suppression, type FactsRow } from "./contact-facts";

interface StandingRow extends FactsRow {
  readonly status: CallStatus;
  readonly notBefore: Instant | null;
  readonly waitsFor: ContactStanding["waitsFor"];
  readonly outcome: Outcome | null;
}

/** Who has not been claimed yet has no row in the campaign: it is pending. */
export async function standing(
  database: Database,
  id: CampaignId,
  contactId: ContactId,
  startsFrom: Instant | null,
): Promise<ContactStanding | null> {
  const phone = sql`coalesce(enrolled.phone, contact.phone)`;
  const { rows } = await sql<StandingRow>`
    select ${contactId} as contactId, ${phone} as phone, contact.time_zones as timeZones,
      coalesce(enrolled.status, 'PENDING') as status, coalesce(enrolled.attempts, 0) as attempts,
      enrolled.not_before as notBefore, coalesce(enrolled.waits_for, 'retry-delay') as waitsFor,
      enrolled.outcome, ${suppression(phone)}, ${starts(phone, startsFrom)}
    from campaign
    left join campaign_progress as progress on progress.campaign_id = campaign.id
    left join contact on contact.id = ${contactId}
    left join campaign_contact as enrolled
      on enrolled.campaign_id = campaign.id and enrolled.contact_id = ${contactId}
    where campaign.id = ${id} and (
      enrolled.contact_id is not null or (
        contact.audience_id = campaign.audience_id
        and contact.id <= coalesce(progress.last_contact_id, contact.id)
      )
    )`.execute(database);
  const [row] = rows;
  if (row === undefined) return null;
  const { status, attempts, notBefore, waitsFor, outcome } = row;
  return { ...factsOf(row), status, attempts, notBefore, waitsFor, outcome };
}
