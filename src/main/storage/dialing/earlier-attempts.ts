import { sql } from "kysely";
import type { AttemptId, CampaignId, ContactId } from "../../../shared/ids";
import type { EarlierAttempt } from "../../dialing/ports";
import type { Database } from "../schema";

interface Dial {
  readonly id: AttemptId;
  readonly campaignId: CampaignId;
  readonly contactId: ContactId;
  readonly number: number;
}

/** For each of these dials, those of the same contact before it that count, oldest first. */
export async function earlierAttempts(
  database: Database,
  dials: readonly Dial[],
): Promise<(dial: AttemptId) => readonly EarlierAttempt[]> {
  const earlier = new Map<AttemptId, EarlierAttempt[]>();
  const repeated = dials.filter(({ number }) => number > 1);
  if (repeated.length > 0) {
    const wanted = repeated.map(({ id, campaignId, contactId }) => [id, campaignId, contactId]);
    const { rows } = await sql<EarlierAttempt & { of: AttemptId }>`
      select wanted.value ->> 0 as "of", attempt.outcome, attempt.intent_at as startedAt
      from json_each(${JSON.stringify(wanted)}) as wanted
      join attempt on attempt.campaign_id = wanted.value ->> 1
        and attempt.contact_id = wanted.value ->> 2
      where attempt.ended_at is not null and attempt.outcome not in ('cancelled', 'not_placed')
      order by attempt.id`.execute(database);
    for (const { of, outcome, startedAt } of rows) {
      earlier.set(of, [...(earlier.get(of) ?? []), { outcome, startedAt }]);
    }
  }
  return (dial) => earlier.get(dial) ?? [];
}
