import { SECOND } from "../../shared/instant";

/**
 * How often the carrier is asked what became of the calls. Everything about one call may cost 4
 * requests; one places it. What a call may spend on being followed is earned when it is placed,
 * and spent evenly over the time that calls last, so that many calls are followed closely and a
 * lone long one now and then.
 */
const EARNED_PER_CALL = 2.7;

/** Lent to the first calls, of which nothing is known yet. */
const LENT = 4;

/** What is saved in busy times serves the last calls of a campaign, but not for ever. */
const MOST_SAVED = 200;

export const SHORTEST_GAP = SECOND;

/** What a call is taken to last from its start to its end before any has ended. */
const TYPICAL_LIFETIME = 20 * SECOND;

/** Weight of the newest value in a moving mean. */
const NEWEST = 0.1;

/** The carrier knows that a phone rang out a little after the time that it may ring. */
const RUNG_OUT = 1.5 * SECOND;

export interface FollowedCall {
  /** Milliseconds since its start. */
  readonly age: number;
  readonly ringTimeoutMs: number;
  readonly answered: boolean;
}

export class FollowingBudget {
  private saved = LENT;
  private requestsPerLook = 1;
  private lifetime = TYPICAL_LIFETIME;

  placed(): void {
    this.saved = Math.min(MOST_SAVED, this.saved + EARNED_PER_CALL);
  }

  looked(requests: number): void {
    this.saved -= requests;
    this.requestsPerLook += NEWEST * (requests - this.requestsPerLook);
  }

  /** @param age milliseconds from a call's start to its end */
  ended(age: number): void {
    this.lifetime += NEWEST * (age - this.lifetime);
  }

  /** Milliseconds from a call's start to its end, in the mean. */
  get callLifetime(): number {
    return this.lifetime;
  }

  /** Milliseconds from one look at the calls to the next; null when there is nothing to look at. */
  gap(calls: Iterable<FollowedCall>): number | null {
    const change = nextChange(calls);
    if (change === null) return null;
    const looks = Math.max(1, this.saved) / Math.max(0.5, this.requestsPerLook);
    const even = this.lifetime / looks;
    const shaped = change.ringing ? even * 0.8 : even * 1.25;
    return Math.max(SHORTEST_GAP, Math.min(shaped, change.rungOutIn));
  }
}

/** Whether a phone rings that may be answered any moment, and when the first one has rung out. */
function nextChange(
  calls: Iterable<FollowedCall>,
): { readonly ringing: boolean; readonly rungOutIn: number } | null {
  let any = false;
  let ringing = false;
  let rungOutIn = Infinity;
  for (const call of calls) {
    any = true;
    const left = call.ringTimeoutMs + RUNG_OUT - call.age;
    if (call.answered || left <= 0) continue;
    ringing = true;
    rungOutIn = Math.min(rungOutIn, left);
  }
  return any ? { ringing, rungOutIn } : null;
}

/** Past Ring timeout and Call Timeout by so much, a call has ended, or its end was not told. */
const OVERDUE_AFTER = 60 * SECOND;

/** Whether a call has to be asked for by itself. Its slot is not free until its end is known. */
export function isOverdue(
  age: number,
  settings: { readonly ringTimeoutSeconds: number; readonly callTimeoutMinutes: number },
): boolean {
  const longest = settings.ringTimeoutSeconds + settings.callTimeoutMinutes * 60;
  return age > longest * SECOND + OVERDUE_AFTER;
}
