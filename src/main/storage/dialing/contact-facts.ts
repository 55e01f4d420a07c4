import { sql, type Expression, type RawBuilder } from "kysely";
import { z } from "zod";
import type { ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { PhoneNumber } from "../../../shared/phone-number";
import type { ContactFacts, ReadyContact } from "../../dialing/ports";
import type { Json } from "../schema";

/** A contact that is due, with what is known of its number. */
export interface FactsRow {
  readonly contactId: ContactId;
  readonly phone: PhoneNumber;
  readonly attempts: number;
  readonly timeZones: Json | null;
  /** Null: not on the do-not-call list. 0: for good. */
  readonly suppressedUntil: Instant | null;
  readonly starts: Json;
}

export const suppression = (phone: Expression<unknown>): RawBuilder<unknown> => sql`
  (select coalesce(expires_at, 0) from do_not_call where do_not_call.phone = ${phone})
    as suppressedUntil`;

/** Calls that were taken back, or never placed, rang nobody's phone. */
export const starts = (phone: Expression<unknown>, from: Instant | null): RawBuilder<unknown> =>
  from === null
    ? sql`'[]' as starts`
    : sql`
      (select json_group_array(intent_at) from attempt
        where to_number = ${phone} and intent_at > ${from}
          and coalesce(outcome, '') not in ('cancelled', 'not_placed')) as starts`;

const zones = z.array(z.string());
const instants = z.array(z.number());

export function zonesOf(timeZones: Json | null): readonly string[] {
  return timeZones === null ? [] : zones.parse(JSON.parse(timeZones));
}

export function readyContact(row: FactsRow): ReadyContact {
  return { contactId: row.contactId, attempts: row.attempts, ...factsOf(row) };
}

export function factsOf({ phone, timeZones, suppressedUntil, starts }: FactsRow): ContactFacts {
  return {
    phone,
    timeZones: zonesOf(timeZones),
    suppression: suppressedUntil === null ? null : { until: suppressedUntil || null },
    startsToNumber: instants.parse(JSON.parse(starts)),
  };
}
