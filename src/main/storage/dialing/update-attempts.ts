import { sql } from "kysely";
import type { Database } from "../schema";
import type { FoldedAttempt } from "./folded-attempt";

/** A statement for each kind of fact, so that it touches only the indexes which that fact concerns. */
export async function updateAttempts(
  database: Database,
  attempts: readonly FoldedAttempt[],
): Promise<void> {
  await place(
    database,
    attempts.filter(({ placedNow }) => placedNow),
  );
  await move(
    database,
    attempts.filter(({ placedNow, ending }) => !placedNow && ending === null),
  );
  await end(database, attempts);
}

async function place(database: Database, attempts: readonly FoldedAttempt[]): Promise<void> {
  if (attempts.length === 0) return;
  const facts = attempts.map(({ id, sid, placedAt, state, answeredAt, ending, before }) => [
    id,
    sid,
    placedAt,
    ending === null ? state : before,
    answeredAt,
  ]);
  await sql`
    update attempt set
      sid = fact.value ->> 1,
      placed_at = fact.value ->> 2,
      state = fact.value ->> 3,
      answered_at = fact.value ->> 4
    from json_each(${JSON.stringify(facts)}) as fact
    where attempt.id = fact.value ->> 0`.execute(database);
}

async function move(database: Database, attempts: readonly FoldedAttempt[]): Promise<void> {
  if (attempts.length === 0) return;
  const facts = attempts.map(({ id, state, answeredAt }) => [id, state, answeredAt]);
  await sql`
    update attempt set state = fact.value ->> 1, answered_at = fact.value ->> 2
    from json_each(${JSON.stringify(facts)}) as fact
    where attempt.id = fact.value ->> 0`.execute(database);
}

async function end(database: Database, attempts: readonly FoldedAttempt[]): Promise<void> {
  const facts = attempts.flatMap(({ id, answeredAt, ending }) =>
    ending === null
      ? []
      : [[id, answeredAt, ending.outcome, ending.reason, ending.endedAt, ending.durationSeconds]],
  );
  if (facts.length === 0) return;
  await sql`
    update attempt set
      state = 'ended',
      answered_at = fact.value ->> 1,
      outcome = fact.value ->> 2,
      reason = fact.value ->> 3,
      ended_at = fact.value ->> 4,
      duration_seconds = fact.value ->> 5
    from json_each(${JSON.stringify(facts)}) as fact
    where attempt.id = fact.value ->> 0`.execute(database);
}
