import { sql, type RawBuilder } from "kysely";
import type { CallQuery } from "../../../shared/call";
import { nameOrNumberContains } from "../repositories/text-search";

export type Conditions = RawBuilder<boolean>;

/** Which rows of `campaign_contact` are asked for; those never called are no calls. */
export function conditions({ campaignId, status, outcome, search }: CallQuery): Conditions {
  const all = [sql<boolean>`last_attempt_at is not null`];
  if (campaignId !== null) all.push(sql`campaign_id = ${campaignId}`);
  if (status !== null) all.push(sql`status = ${status}`);
  if (outcome !== null) all.push(sql`outcome = ${outcome}`);
  const matches = nameOrNumberContains(search);
  if (matches !== null) all.push(matches);
  return sql.join(all, sql` and `);
}
