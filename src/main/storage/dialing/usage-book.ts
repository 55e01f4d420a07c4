import { sql } from "kysely";
import type { Database } from "../schema";
import { wasAnswered, type FoldedAttempt } from "./folded-attempt";

/** Books what the answered calls among these bill: whole minutes, one at least. */
export async function bookUsage(
  database: Database,
  attempts: readonly FoldedAttempt[],
): Promise<void> {
  const entries = attempts.flatMap((attempt) => {
    const { campaignId, ending } = attempt;
    if (ending === null || !wasAnswered(attempt)) return [];
    const minutes = Math.max(1, Math.ceil((ending.durationSeconds ?? 0) / 60));
    return [[dayOf(ending.endedAt), campaignId, minutes]];
  });
  if (entries.length === 0) return;
  await sql`
    insert into usage (day, campaign_id, minutes, calls)
    select value ->> 0, value ->> 1, sum(value ->> 2), count(*)
    from json_each(${JSON.stringify(entries)})
    where true
    group by 1, 2
    on conflict do update set
      minutes = minutes + excluded.minutes, calls = calls + excluded.calls`.execute(database);
}

/** Day in UTC, as Twilio bills. */
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
