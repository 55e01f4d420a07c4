import { sql } from "kysely";
import type { Instant } from "../../../shared/instant";
import type { Database } from "../schema";

/** The latest moment that anything in the store happened at; null while nothing has. */
export async function latestInstant(database: Database): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`
    select max(at) as at from (
      select max(last_event_at) as at from campaign_progress
      union all select max(created_at) from campaign
      union all select max(created_at) from audience
      union all select max(updated_at) from flow
      union all select at from (select at from activity order by id desc limit 1)
    )`.execute(database);
  return rows[0]?.at ?? null;
}
