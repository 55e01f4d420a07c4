import { sql } from "kysely";
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

/** Names that are said in full; the others are counted. */
const NAMED = 3;

export function refuseWhileNeeded(
  what: "flow" | "audience",
  campaigns: readonly string[] = [],
): void {
  if (campaigns.length === 0) return;
  const named = campaigns.slice(0, NAMED).map((name) => `“${name}”`);
  const others = campaigns.length - named.length;
  const all = others > 0 ? [...named, `${others} more`] : named;
  const list = all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : all.join();
  throw refused(
    `The ${what} was not deleted: ${list} ${campaigns.length === 1 ? "needs" : "need"} it.`,
    `Delete drafts or choose another ${what} for them; let running campaigns finish, or cancel them.`,
  );
}
