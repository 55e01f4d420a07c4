import type { AttemptState } from "../../../shared/call";
import { assertNever } from "../../../shared/assert-never";
import type { AttemptId, CampaignId, ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { AttemptChange } from "../../dialing/ports";

/** An attempt as it stands on disk. */
export interface StoredAttempt {
  readonly id: AttemptId;
  readonly campaignId: CampaignId;
  readonly contactId: ContactId;
  readonly number: number;
  readonly state: AttemptState;
  readonly sid: string | null;
  readonly placedAt: Instant | null;
  readonly answeredAt: Instant | null;
}

export type Ending = Extract<AttemptChange, { kind: "ended" }>;

/** An attempt with the facts of a batch laid over it, in their order. */
export interface FoldedAttempt extends StoredAttempt {
  readonly before: AttemptState;
  readonly placedNow: boolean;
  readonly ending: Ending | null;
}

export function unchanged(stored: StoredAttempt): FoldedAttempt {
  return { ...stored, before: stored.state, placedNow: false, ending: null };
}

/** Only while the attempt is open: an end is never undone. */
export function fold(attempt: FoldedAttempt, change: AttemptChange): FoldedAttempt {
  switch (change.kind) {
    case "placed":
      return {
        ...attempt,
        state: change.state,
        sid: change.sid,
        placedAt: change.at,
        placedNow: true,
      };
    case "moved":
      return {
        ...attempt,
        state: change.state,
        answeredAt: change.answeredAt ?? attempt.answeredAt,
      };
    case "ended":
      return {
        ...attempt,
        state: "ended",
        answeredAt: change.answeredAt ?? attempt.answeredAt,
        ending: change,
      };
    default:
      return assertNever(change);
  }
}

/** The carrier's reports do not always say when a call was answered, but how long it lasted. */
export function wasAnswered({ answeredAt, ending }: FoldedAttempt): boolean {
  return answeredAt !== null || (ending?.durationSeconds ?? 0) > 0;
}
