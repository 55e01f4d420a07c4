import { sql, type RawBuilder } from "kysely";
import type { Instant } from "../../../shared/instant";

/** At that moment the entry holds nobody back any more. */
export function hasExpired(now: Instant): RawBuilder<boolean> {
  return sql<boolean>`expires_at <= ${now}`;
}

/** On a conflict: whether the new entry lasts longer than the one that is there. */
export const OUTLASTS = sql<boolean>`(
  do_not_call.expires_at is not null
  and (excluded.expires_at is null or excluded.expires_at > do_not_call.expires_at)
)`;
