import { sql } from "kysely";
import type { NewActivity } from "../../../shared/activity";
import type { CampaignId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { Database } from "../schema";

export async function note(
  database: Database,
  id: CampaignId,
  at: Instant,
  { kind, message }: NewActivity,
): Promise<void> {
  await database.insertInto("activity").values({ campaign_id: id, at, kind, message }).execute();
}

/** When a call of the campaign last began or ended, or its log last got a line. */
export async function lastSign(database: Database, id: CampaignId): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`
    select max(at) as at from (
      select last_event_at as at from campaign_progress where campaign_id = ${id}
      union all select max(intent_at) from attempt where campaign_id = ${id}
      union all select at from
        (select at from activity where campaign_id = ${id} order by id desc limit 1)
    )`.execute(database);
  return rows[0]?.at ?? null;
}
