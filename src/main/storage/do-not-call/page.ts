import { sql, type RawBuilder, type Selectable } from "kysely";
import { MOST_FOUND, type DoNotCallEntry, type DoNotCallSort } from "../../../shared/do-not-call";
import { nearerEnd } from "../repositories/nearer-end";
import type { Database, Schema } from "../schema";
import { countListed } from "./put-on-list";

export interface ListQuery {
  /** Beginnings of E.164 numbers, of which none begins with another; null: the whole list. */
  readonly beginnings: readonly string[] | null;
  readonly sort: DoNotCallSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A page and the total belong to the same moment. */
export async function listPage(
  database: Database,
  query: ListQuery,
): Promise<{ total: number; rows: DoNotCallEntry[] }> {
  return database
    .transaction()
    .setAccessMode("read only")
    .execute(async (transaction) => {
      const { beginnings } = query;
      const [numbers, total] =
        beginnings === null
          ? [sql`do_not_call`, await countListed(transaction)]
          : [found(beginnings), await countFound(transaction, beginnings)];
      return { total, rows: await rowsOf(transaction, query, numbers, total) };
    });
}

/** First the keys alone, which the order's index holds: skipping to the offset reads no rows. */
async function rowsOf(
  database: Database,
  query: ListQuery,
  numbers: RawBuilder<unknown>,
  total: number,
): Promise<DoNotCallEntry[]> {
  const { fromEnd, offset, limit } = nearerEnd(query, total);
  const { rows } = await sql<Selectable<Schema["do_not_call"]>>`
    with page as materialized (
      select phone from ${numbers}
      order by ${order(query.sort, query.descending !== fromEnd)}
      limit ${limit} offset ${offset}
    )
    select do_not_call.* from page join do_not_call using (phone)
    order by ${order(query.sort, query.descending)}`.execute(database);
  return rows.map(entryOf);
}

/** The number settles ties, so that none is on two pages or on none. For good lasts longest. */
const ORDER: Readonly<Record<DoNotCallSort, { up: string; down: string }>> = {
  number: { up: "phone", down: "phone desc" },
  added: { up: "added_at, phone", down: "added_at desc, phone desc" },
  until: {
    up: "expires_at nulls last, phone",
    down: "expires_at desc nulls first, phone desc",
  },
};

function order(sort: DoNotCallSort, descending: boolean): RawBuilder<unknown> {
  return sql.raw(ORDER[sort][descending ? "down" : "up"]);
}

/** One stretch of the list for each beginning; a colon comes after all digits. */
function found(beginnings: readonly string[]): RawBuilder<unknown> {
  return sql`(
    select do_not_call.* from json_each(${JSON.stringify(beginnings)}) as beginning
    cross join do_not_call on phone >= beginning.value and phone < beginning.value || ':'
    limit ${MOST_FOUND}
  )`;
}

async function countFound(database: Database, beginnings: readonly string[]): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${found(beginnings)}`.execute(database);
  return rows[0]?.total ?? 0;
}

export function entryOf(row: Selectable<Schema["do_not_call"]>): DoNotCallEntry {
  return {
    phone: row.phone,
    addedAt: row.added_at,
    expiresAt: row.expires_at,
    source: row.source,
    note: row.note,
  };
}
