import { sql } from "kysely";
import type { CallFilter, CallQuery } from "../../../shared/call";
import type { Database } from "../schema";
import type { Conditions } from "./conditions";

/** From the counters, where they know; outcome and search are counted. */
export async function countCalls(
  database: Database,
  query: CallQuery,
  where: Conditions,
): Promise<number> {
  if (query.search.trim() !== "" || query.outcome !== null) {
    const { rows } = await sql<{ total: number }>`
      select count(*) as total from campaign_contact where ${where}`.execute(database);
    return rows[0]?.total ?? 0;
  }
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(${sql.raw(COUNTER[query.status ?? "all"])}), 0) as total
    from campaign_progress
    where ${query.campaignId === null ? sql`true` : sql`campaign_id = ${query.campaignId}`}`.execute(
    database,
  );
  return rows[0]?.total ?? 0;
}

/** Rows of the Calls section, from `campaign_progress`. */
const COUNTER: Readonly<Record<CallFilter | "all", string>> = {
  all: "called",
  PENDING: "waiting",
  IN_PROGRESS: "in_progress",
  UNRESOLVED: "unresolved",
  COMPLETED: "completed",
  FAILED: "failed",
};
