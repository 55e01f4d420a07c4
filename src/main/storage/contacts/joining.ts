import { sql } from "kysely";
import type { AudienceId } from "../../../shared/ids";
import type { Database } from "../schema";

/** Contacts that an audience has from now on, after those that it had. */
export interface Appended {
  readonly contacts: number;
  /** The audience's last one from now on. */
  readonly lastContactId: number;
}

/**
 * Appended contacts join the running and paused campaigns that say so. They lie beyond the cursor of
 * each, so that nothing but its counters and its end moves; in the transaction that shows them.
 */
export async function joinCampaigns(
  database: Database,
  id: AudienceId,
  { contacts, lastContactId }: Appended,
): Promise<void> {
  if (contacts === 0) return;
  await sql`
    update campaign_progress set
      total = total + ${contacts},
      unclaimed = unclaimed + ${contacts},
      last_contact_id = ${lastContactId}
    where campaign_id in (
      select id from campaign
      where audience_id = ${id} and status in ('IN_PROGRESS', 'PAUSED')
        and dialing ->> '$.appendedContactsJoin'
    )`.execute(database);
}
