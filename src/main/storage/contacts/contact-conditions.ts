import { sql, type RawBuilder } from "kysely";
import { NOT_KNOWN, type ContactFilters, type ContactSelection } from "../../../shared/contact";
import type { Instant } from "../../../shared/instant";
import { nameOrNumberContains } from "../repositories/text-search";
import type { AudienceExtent } from "./extent";
import { trigramQuery } from "./trigrams";

export type Condition = RawBuilder<unknown>;

/** On the do-not-call list at that moment. */
export function onDoNotCallList(now: Instant): Condition {
  return sql`exists (
    select 1 from do_not_call
    where do_not_call.phone = contact.phone and (expires_at is null or expires_at > ${now})
  )`;
}

/** Calls that were taken back, or never placed, are none. */
const ATTEMPTS_THAT_COUNT = sql`
  from attempt
  where to_number = contact.phone and coalesce(outcome, '') not in ('cancelled', 'not_placed')`;

/** When the number was called last, whatever the campaign. */
export const lastCalledAt: Condition = sql`(select max(intent_at) ${ATTEMPTS_THAT_COUNT})`;

const wasCalled: Condition = sql`exists (select 1 ${ATTEMPTS_THAT_COUNT})`;

/** What a row of `contact` has to be, to be among those selected; `true` for everybody. */
export function conditions({ search, filters }: ContactSelection, now: Instant): Condition {
  const all = [nameOrNumberContains(search), ...filterConditions(filters, now)].filter(
    (condition) => condition !== null,
  );
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

function filterConditions(filters: ContactFilters, now: Instant): (Condition | null)[] {
  return [
    isValue("country", filters.country),
    isValue("line_type", filters.lineType),
    isInZone(filters.timeZone),
    isSo(onDoNotCallList(now), filters.doNotCall),
    isSo(wasCalled, filters.calledBefore),
  ];
}

function isValue(column: "country" | "line_type", value: string | null): Condition | null {
  if (value === null) return null;
  return value === NOT_KNOWN ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${value}`;
}

/** Zones are a JSON array of IANA names, which hold no signs that JSON or LIKE write otherwise but _. */
function isInZone(zone: string | null): Condition | null {
  if (zone === null) return null;
  if (zone === NOT_KNOWN) return sql`time_zones is null`;
  return sql`instr(time_zones, ${`"${zone}"`}) > 0`;
}

function isSo(condition: Condition, wanted: boolean | null): Condition | null {
  if (wanted === null) return null;
  return wanted ? condition : sql`not ${condition}`;
}

/**
 * Where to look for those selected: only among those that the search's index tells, where it can tell.
 * `cross join` keeps SQLite to this order.
 */
export function candidates(
  audience: AudienceExtent,
  { search }: Pick<ContactSelection, "search">,
): Condition {
  const trigrams = trigramQuery(search);
  if (trigrams !== null && audience.searchableTo >= audience.lastContactId) {
    return sql`(select rowid as candidate from contact_text where contact_text match ${trigrams})
      cross join contact on contact.id = candidate and contact.audience_id = ${audience.id}`;
  }
  return sql`contact`;
}
