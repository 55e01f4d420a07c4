import { sql, type RawBuilder } from "kysely";
import type { DoNotCallSource, Listing, PutOnList } from "../../../shared/do-not-call";
import type { Instant } from "../../../shared/instant";
import type { Database } from "../schema";
import { OUTLASTS } from "./lasting";

export interface NewListing extends Listing {
  readonly source: DoNotCallSource;
  readonly at: Instant;
}

/**
 * Puts numbers on the list, in a transaction of the caller's. Nobody is listed for shorter than
 * before: whoever asked not to be called for good stays so when a file lists him for a month. An
 * entry that has expired begins anew; one that holds keeps its beginning, its source and its note.
 *
 * @param numbers a table or a query with the column `phone`, each number once
 */
export async function putOnList(
  transaction: Database,
  numbers: RawBuilder<unknown>,
  count: number,
  { at, expiresAt, source, note }: NewListing,
): Promise<PutOnList> {
  const before = await countListed(transaction);
  const { numAffectedRows } = await sql`
    insert into do_not_call (phone, added_at, expires_at, source, note)
    select phone, ${at}, ${expiresAt}, ${source}, ${note} from ${numbers}
    where true
    order by phone
    on conflict (phone) do update set
      added_at = iif(${EXPIRED}, excluded.added_at, do_not_call.added_at),
      source = iif(${EXPIRED}, excluded.source, do_not_call.source),
      note = iif(${EXPIRED} or do_not_call.note = '', excluded.note, do_not_call.note),
      expires_at = excluded.expires_at
    where ${OUTLASTS}`.execute(transaction);
  const added = (await countListed(transaction)) - before;
  const changed = Number(numAffectedRows);
  return { added, extended: changed - added, unchanged: count - changed };
}

const EXPIRED = sql`(do_not_call.expires_at <= excluded.added_at) is true`;

/** Quick at any length: whole pages are counted. */
export async function countListed(database: Database): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from do_not_call`.execute(
    database,
  );
  return rows[0]?.total ?? 0;
}
