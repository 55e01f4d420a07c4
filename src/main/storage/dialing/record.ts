import { sql } from "kysely";
import type { AttemptChange } from "../../dialing/ports";
import type { AttemptId } from "../../../shared/ids";
import type { Database } from "../schema";
import { countProgress } from "./count";
import { endContacts } from "./end-contacts";
import { updateAttempts } from "./update-attempts";
import { fold, unchanged, type FoldedAttempt, type StoredAttempt } from "./folded-attempt";
import { bookUsage } from "./usage-book";

/**
 * Keeps a batch of facts in one transaction. They are folded in memory first, so that the number of
 * statements does not depend on the number of facts. Facts about attempts that have ended are dropped.
 */
export async function record(database: Database, changes: readonly AttemptChange[]): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const attempts = await storedAttempts(transaction, changes);
    const folded = new Map<AttemptId, FoldedAttempt>();
    for (const change of changes) {
      const attempt = folded.get(change.attemptId) ?? attempts.get(change.attemptId);
      if (attempt === undefined || attempt.state === "ended") continue;
      folded.set(change.attemptId, fold(attempt, change));
    }
    const changed = [...folded.values()];
    if (changed.length === 0) return;
    await updateAttempts(transaction, changed);
    await endContacts(transaction, changed);
    await countProgress(transaction, changed);
    await bookUsage(transaction, changed);
  });
}

async function storedAttempts(
  database: Database,
  changes: readonly AttemptChange[],
): Promise<Map<AttemptId, FoldedAttempt>> {
  const ids = JSON.stringify([...new Set(changes.map((change) => change.attemptId))]);
  const { rows } = await sql<StoredAttempt>`
    select id, campaign_id as campaignId, contact_id as contactId, number, state, sid,
      placed_at as placedAt, answered_at as answeredAt
    from attempt where id in (select value from json_each(${ids}))`.execute(database);
  return new Map(rows.map((row) => [row.id, unchanged(row)]));
}
