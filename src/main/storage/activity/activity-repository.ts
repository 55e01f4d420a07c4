import { sql, type RawBuilder } from "kysely";
import type { Activity, ActivityPage, ActivityQuery } from "../../../shared/activity";
import type { CampaignId } from "../../../shared/ids";
import { nearerEnd } from "../repositories/nearer-end";
import type { Database, Handles } from "../schema";

/** Lines that are read at once when all are. */
const BATCH = 1_000;

/** The activity logs of campaigns, as screens and files show them. */
export class ActivityRepository {
  readonly #handles: Handles;

  constructor(handles: Handles) {
    this.#handles = handles;
  }

  /** Newest first: in the order in which they were written, whatever the clock said. */
  async page(query: ActivityQuery): Promise<ActivityPage> {
    return this.#handles.reading
      .transaction()
      .setAccessMode("read only")
      .execute(async (transaction) => {
        const total = await count(transaction, query);
        const { fromEnd, offset, limit } = nearerEnd(query, total);
        const rows = await transaction
          .selectFrom("activity")
          .select(["id", "at", "kind", "message"])
          .where(isAskedFor(query))
          .orderBy("id", fromEnd ? "asc" : "desc")
          .limit(limit)
          .offset(offset)
          .execute();
        return { total, rows: fromEnd ? rows.reverse() : rows };
      });
  }

  /** Oldest first. */
  async *all(id: CampaignId): AsyncGenerator<readonly Activity[]> {
    for (let last = 0; ;) {
      const lines = await this.#handles.reading
        .selectFrom("activity")
        .select(["id", "at", "kind", "message"])
        .where("campaign_id", "=", id)
        .where("id", ">", last)
        .orderBy("id")
        .limit(BATCH)
        .execute();
      const end = lines.at(-1);
      if (end === undefined) return;
      yield lines;
      last = end.id;
    }
  }
}

async function count(database: Database, query: ActivityQuery): Promise<number> {
  const { total } = await database
    .selectFrom("activity")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .where(isAskedFor(query))
    .executeTakeFirstOrThrow();
  return total;
}

function isAskedFor({ id, kind, search }: ActivityQuery): RawBuilder<boolean> {
  const all = [sql<boolean>`campaign_id = ${id}`];
  if (kind !== null) all.push(sql`kind = ${kind}`);
  const text = search.trim();
  if (text !== "") all.push(sql`instr(lower(message), lower(${text})) > 0`);
  return sql.join(all, sql` and `);
}
