import { sql } from "kysely";
import type { AppFailure } from "../../../shared/app-error";
import type { AudienceId } from "../../../shared/ids";
import { refused } from "../failures";
import type { Database } from "../schema";

/** Names of the drafts and of the running and paused campaigns, by the flow or audience they need. */
export async function campaignsNeeding(
  database: Database,
  column: "flow_id" | "audience_id",
): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ needed: number; name: string }>`
    select ${sql.ref(column)} as needed, name from campaign
    where status in ('DRAFT', 'IN_PROGRESS', 'PAUSED') and ${sql.ref(column)} is not null
    order by id`.execute(database);
  const names = new Map<number, string[]>();
  for (const { needed, name } of rows) {
    const others = names.get(needed);
    if (others === undefined) names.set(needed, [name]);
    else others.push(name);
  }
  return names;
}

/** The running and paused campaigns that call this audience. */
export function dialingFrom(database: Database, id: AudienceId) {
  return database
    .selectFrom("campaign")
    .select(["id", "name"])
    .where("audience_id", "=", id)
    .where("status", "in", ["IN_PROGRESS", "PAUSED"])
    .orderBy("id")
    .execute();
}

/** Names that are said in full; the others are counted. */
const NAMED = 3;

export function refuseWhileNeeded(
  what: "flow" | "audience",
  campaigns: readonly string[] = [],
): void {
  if (campaigns.length === 0) return;
  throw inUse(
    `The ${what} was not deleted`,
    campaigns,
    `Delete drafts or choose another ${what} for them; let running campaigns finish, or cancel them.`,
  );
}

/** @param what happened not: "The flow was not deleted" */
export function inUse(what: string, campaigns: readonly string[], advice: string): AppFailure {
  const named = campaigns.slice(0, NAMED).map((name) => `“${name}”`);
  const others = campaigns.length - named.length;
  const all = others > 0 ? [...named, `${others} more`] : named;
  const list = all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : all.join();
  return refused(`${what}: ${list} ${campaigns.length === 1 ? "needs" : "need"} it.`, advice);
}
