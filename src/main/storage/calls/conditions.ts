import { sql, type RawBuilder } from "kysely";
import type { CallQuery } from "../../../shared/call";
import { nameOrNumberContains } from "../repositories/text-search";

export type Conditions = RawBuilder<boolean>;

/** They are few, and the index of open attempts has them all. */
const HAS_UNRESOLVED_ATTEMPT = sql<boolean>`(campaign_id, contact_id) in (
  select campaign_id, contact_id from attempt indexed by attempt_open_of_number
  where ended_at is null and state = 'unresolved'
)`;

/** Which rows of `campaign_contact` are asked for; those never called are no calls. */
export function conditions({ campaignId, status, outcome, search }: CallQuery): Conditions {
  const all = [sql<boolean>`last_attempt_at is not null`];
  if (campaignId !== null) all.push(sql`campaign_id = ${campaignId}`);
  if (status === "UNRESOLVED") all.push(HAS_UNRESOLVED_ATTEMPT);
  else if (status !== null) all.push(sql`status = ${status}`);
  if (outcome !== null) all.push(sql`outcome = ${outcome}`);
  const matches = nameOrNumberContains(search);
  if (matches !== null) all.push(matches);
  return sql.join(all, sql` and `);
}
