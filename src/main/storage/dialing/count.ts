import { sql } from "kysely";
import { assertNever } from "../../../shared/assert-never";
import type { CampaignId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { Outcome } from "../../../shared/outcome";
import type { ContactNext } from "../../dialing/ports";
import type { Database } from "../schema";
import { attemptsAfter } from "./end-contacts";
import type { FoldedAttempt } from "./folded-attempt";

/** How far the counters of a campaign move. */
interface Difference {
  inProgress: number;
  unresolved: number;
  returned: number;
  waiting: number;
  completed: number;
  failed: number;
  /** Rows of the Calls section. */
  called: number;
  endedAt: Instant;
  readonly outcomes: Map<Outcome, number>;
}

export async function countProgress(
  database: Database,
  attempts: readonly FoldedAttempt[],
): Promise<void> {
  for (const [campaignId, difference] of differences(attempts)) {
    await sql`
      update campaign_progress set
        in_progress = in_progress + ${difference.inProgress},
        unresolved = unresolved + ${difference.unresolved},
        returned = returned + ${difference.returned},
        waiting = waiting + ${difference.waiting},
        completed = completed + ${difference.completed},
        failed = failed + ${difference.failed},
        called = called + ${difference.called},
        last_event_at = max(last_event_at, ${difference.endedAt})
      where campaign_id = ${campaignId}`.execute(database);
    if (difference.outcomes.size > 0) {
      await sql`
        insert into campaign_outcome (campaign_id, outcome, contacts)
        select ${campaignId}, value ->> 0, value ->> 1
        from json_each(${JSON.stringify([...difference.outcomes])})
        where true
        on conflict do update set contacts = contacts + excluded.contacts`.execute(database);
    }
  }
}

function differences(attempts: readonly FoldedAttempt[]): Map<CampaignId, Difference> {
  const byCampaign = new Map<CampaignId, Difference>();
  for (const attempt of attempts) {
    const unresolved = unresolvedDifference(attempt);
    if (attempt.ending === null && unresolved === 0) continue;
    const difference = byCampaign.get(attempt.campaignId) ?? none();
    byCampaign.set(attempt.campaignId, difference);
    difference.unresolved += unresolved;
    if (attempt.ending === null) continue;
    const { next, endedAt } = attempt.ending;
    difference.endedAt = Math.max(difference.endedAt, endedAt);
    difference.inProgress -= 1;
    const pool = poolAfter(attempt, next);
    difference[pool] += 1;
    // Never called, after all.
    if (pool === "returned") difference.called -= 1;
    if (next.kind === "completed" || next.kind === "failed") {
      difference.outcomes.set(next.outcome, (difference.outcomes.get(next.outcome) ?? 0) + 1);
    }
  }
  return byCampaign;
}

function none(): Difference {
  return {
    inProgress: 0,
    unresolved: 0,
    returned: 0,
    waiting: 0,
    completed: 0,
    failed: 0,
    called: 0,
    endedAt: 0,
    outcomes: new Map(),
  };
}

function unresolvedDifference({ before, state }: FoldedAttempt): number {
  return Number(state === "unresolved") - Number(before === "unresolved");
}

function poolAfter(
  attempt: FoldedAttempt,
  next: ContactNext,
): "completed" | "failed" | "waiting" | "returned" {
  switch (next.kind) {
    case "completed":
    case "failed":
      return next.kind;
    case "retry":
    case "returned":
      return attemptsAfter(attempt, next) > 0 ? "waiting" : "returned";
    default:
      return assertNever(next);
  }
}
