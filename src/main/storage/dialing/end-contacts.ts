import { sql } from "kysely";
import { assertNever } from "../../../shared/assert-never";
import type { CallStatus } from "../../../shared/call";
import type { ContactNext } from "../../dialing/ports";
import type { Database } from "../schema";
import { wasAnswered, type Ending, type FoldedAttempt } from "./folded-attempt";

interface Ended {
  readonly attempt: FoldedAttempt;
  readonly ending: Ending;
}

/** What the ends among these mean for their contacts, and which recordings are to be fetched. */
export async function endContacts(
  database: Database,
  attempts: readonly FoldedAttempt[],
): Promise<void> {
  const ended = attempts.flatMap((attempt) =>
    attempt.ending === null ? [] : [{ attempt, ending: attempt.ending }],
  );
  if (ended.length === 0) return;
  const facts = JSON.stringify(ended.map(({ attempt, ending }) => contactFact(attempt, ending)));
  await sql`
    update campaign_contact set
      status = fact.value ->> 2,
      not_before = fact.value ->> 3,
      open_attempt_id = null,
      outcome = fact.value ->> 4,
      duration_seconds = coalesce(fact.value ->> 5, duration_seconds),
      recorded_attempt_id = coalesce(fact.value ->> 6, recorded_attempt_id)
    from json_each(${facts}) as fact
    where campaign_contact.campaign_id = fact.value ->> 0
      and campaign_contact.contact_id = fact.value ->> 1`.execute(database);
  await uncount(
    database,
    ended.filter(({ ending }) => ending.next.kind === "returned"),
  );
  await awaitRecordings(
    database,
    ended.filter(({ ending }) => ending.recorded),
  );
}

/** Attempts that were taken back do not count; whoever had no other has never been called. */
async function uncount(database: Database, returned: readonly Ended[]): Promise<void> {
  if (returned.length === 0) return;
  const facts = JSON.stringify(
    returned.map(({ attempt, ending }) => [
      attempt.campaignId,
      attempt.contactId,
      attemptsAfter(attempt, ending.next),
    ]),
  );
  await sql`
    update campaign_contact set
      attempts = fact.value ->> 2,
      last_attempt_at = iif(fact.value ->> 2 > 0, last_attempt_at, null),
      outcome = iif(fact.value ->> 2 > 0, outcome, null)
    from json_each(${facts}) as fact
    where campaign_contact.campaign_id = fact.value ->> 0
      and campaign_contact.contact_id = fact.value ->> 1`.execute(database);
}

async function awaitRecordings(database: Database, recorded: readonly Ended[]): Promise<void> {
  if (recorded.length === 0) return;
  const awaited = JSON.stringify(
    recorded.map(({ attempt, ending }) => [attempt.id, ending.endedAt]),
  );
  await sql`
    insert into recording (attempt_id, state, transcript_state, due_at)
    select value ->> 0, 'awaited', 'awaited', value ->> 1
    from json_each(${awaited})`.execute(database);
}

function contactFact(attempt: FoldedAttempt, ending: Ending) {
  const { next } = ending;
  return [
    attempt.campaignId,
    attempt.contactId,
    statusAfter(next),
    next.kind === "retry" || next.kind === "returned" ? next.notBefore : null,
    ending.outcome,
    wasAnswered(attempt) ? ending.durationSeconds : null,
    ending.recorded ? attempt.id : null,
  ];
}

function statusAfter(next: ContactNext): CallStatus {
  switch (next.kind) {
    case "completed":
      return "COMPLETED";
    case "failed":
      return "FAILED";
    case "retry":
    case "returned":
      return "PENDING";
    default:
      return assertNever(next);
  }
}

/** An attempt that was taken back does not count. */
export function attemptsAfter(attempt: FoldedAttempt, next: ContactNext): number {
  return next.kind === "returned" ? attempt.number - 1 : attempt.number;
}
