import { sql, type RawBuilder } from "kysely";
import type { CallPage, CallQuery, CallRow, CallSort } from "../../../shared/call";
import { conditions, type Conditions } from "./conditions";
import { nearerEnd } from "../repositories/nearer-end";
import type { Database } from "../schema";
import { countCalls } from "./count-calls";

/**
 * Columns by which each order goes, in the order of its index; contact and campaign settle ties, so
 * that no row is on two pages or on none.
 */
const ORDER: Readonly<Record<CallSort, readonly string[]>> = {
  time: ["last_attempt_at"],
  contact: ["name collate nocase", "phone", "last_attempt_at"],
  status: ["status", "last_attempt_at"],
  duration: ["duration_seconds", "last_attempt_at"],
  attempts: ["attempts", "last_attempt_at"],
};

/** A page and the total belong to the same moment. */
export async function callPage(database: Database, query: CallQuery): Promise<CallPage> {
  const where = conditions(query);
  return database
    .transaction()
    .setAccessMode("read only")
    .execute(async (transaction) => {
      const total = await countCalls(transaction, query, where);
      return { total, rows: await pageOf(transaction, query, where, total) };
    });
}

/** First the keys alone, which the index holds: skipping to the offset reads no rows. */
async function pageOf(
  database: Database,
  query: CallQuery,
  where: Conditions,
  total: number,
): Promise<CallRow[]> {
  const { fromEnd, offset, limit } = nearerEnd(query, total);
  return callRows(
    database,
    sql`
      select campaign_id, contact_id from campaign_contact ${index(query)}
      where ${where}
      order by ${order(query.sort, query.descending !== fromEnd)}
      limit ${limit} offset ${offset}`,
    order(query.sort, query.descending, "campaign_contact."),
  );
}

/**
 * SQLite knows neither how many calls have a status nor that sorting a million takes seconds, so it
 * is told. What it looks for by other things than the index holds it finds by itself.
 */
function index({ campaignId, status, sort, search }: CallQuery): RawBuilder<unknown> {
  if (search.trim() !== "" || status === "UNRESOLVED") return sql``;
  const byStatus = status !== null && sort === "time";
  const name = `call_by_${byStatus ? "status" : sort}${campaignId === null ? "_anywhere" : ""}`;
  return sql`indexed by ${sql.raw(name)}`;
}

/** The latest first. @param keys a question for campaign_id and contact_id */
export function rowsOfCalls(database: Database, keys: RawBuilder<unknown>): Promise<CallRow[]> {
  return callRows(database, keys, order("time", true, "campaign_contact."));
}

async function callRows(
  database: Database,
  keys: RawBuilder<unknown>,
  inOrder: RawBuilder<unknown>,
): Promise<CallRow[]> {
  const { rows } = await sql<CallRow>`
    with page as materialized (${keys})
    select
      campaign_contact.campaign_id as campaignId,
      campaign.name as campaignName,
      campaign_contact.contact_id as contactId,
      campaign_contact.name,
      campaign_contact.phone,
      campaign_contact.status,
      open.state as attemptState,
      campaign_contact.outcome,
      campaign_contact.duration_seconds as durationSeconds,
      campaign_contact.attempts,
      campaign_contact.last_attempt_at as lastAttemptAt,
      campaign_contact.not_before as nextAttemptAt,
      recording.summary as transcript,
      coalesce(recording.state, 'none') as recording,
      campaign_contact.recorded_attempt_id as recordedAttemptId
    from page
    join campaign_contact using (campaign_id, contact_id)
    join campaign on campaign.id = campaign_contact.campaign_id
    left join attempt as open on open.id = campaign_contact.open_attempt_id
    left join recording on recording.attempt_id = campaign_contact.recorded_attempt_id
    order by ${inOrder}`.execute(database);
  return rows;
}

function order(sort: CallSort, descending: boolean, table = ""): RawBuilder<unknown> {
  const direction = descending ? "desc" : "asc";
  const columns = [...ORDER[sort], "campaign_id", "contact_id"];
  return sql.raw(columns.map((column) => `${table}${column} ${direction}`).join(", "));
}
