import { SECOND, type Instant } from "../../shared/instant";
import { LatestStarts } from "./latest-starts";
import { momentsOf, type ClockReading } from "./pacing";
import type { AccountLimits } from "./start-estimate";

/** Most calls a second that an account can have. */
export const MOST_CALLS_PER_SECOND = 100;

/** A second is taken a little longer, so that the carrier counts no more than we do. */
const MARGIN = 1.003;

/** The account's calls per second, which all campaigns share. Moments are monotonic milliseconds. */
export class AccountPace {
  private readonly starts = new LatestStarts(MOST_CALLS_PER_SECOND);
  private readonly sends = new LatestStarts(MOST_CALLS_PER_SECOND);

  /** Takes up the latest starts of all campaigns in an earlier run of the application. */
  restore(starts: readonly Instant[], clock: ClockReading): void {
    for (const moment of momentsOf(starts, clock)) {
      this.starts.note(moment);
      this.sends.note(moment);
    }
  }

  mayStartAt(limits: AccountLimits): number {
    return opensAfter(this.starts, limits);
  }

  started(moment: number): void {
    this.starts.note(moment);
  }

  /** When a call whose intent is on disk may be sent. It counts as sent then. */
  sendAt(now: number, limits: AccountLimits): number {
    const moment = Math.max(now, opensAfter(this.sends, limits));
    this.sends.note(moment);
    return moment;
  }
}

function opensAfter(moments: LatestStarts, { callsPerSecond }: AccountLimits): number {
  const calls = Math.min(MOST_CALLS_PER_SECOND, Math.max(1, Math.floor(callsPerSecond)));
  return (moments.latest(calls) ?? -Infinity) + (calls / callsPerSecond) * SECOND * MARGIN;
}

/**
 * Whose turn it is. Campaigns are served in proportion to their weights: each start moves a campaign
 * on by the inverse of its weight, and who stands furthest behind comes first (start-time fair
 * queueing). While two of them are ready all the time, the starts of the one, divided by its weight,
 * are never more than one start of each apart from those of the other; so none starves.
 *
 * Whoever could not take his turn comes first as soon as he can, and makes up for nothing: from
 * behind he is placed level with whoever was served last.
 */
export class Turns<Member> {
  /** How far each has come; among equals who was served longest ago comes first. */
  private readonly places = new Map<Member, number>();
  /** Where whoever was served last stood then. */
  private level = 0;
  private order: readonly Member[] | null = null;

  /** @param weightOf a whole number from 1 to 10 */
  constructor(private readonly weightOf: (member: Member) => number) {}

  inTurn(): readonly Member[] {
    this.order ??= [...this.places.keys()].sort((a, b) => this.placeOf(a) - this.placeOf(b));
    return this.order;
  }

  join(member: Member): void {
    if (this.places.has(member)) return;
    this.places.set(member, this.level);
    this.order = null;
  }

  leave(member: Member): void {
    this.places.delete(member);
    this.order = null;
  }

  served(member: Member): void {
    if (!this.places.has(member)) return;
    this.level = this.placeOf(member);
    // Anew, so that it stands last among equals.
    this.places.delete(member);
    this.places.set(member, this.level + STRIDE / this.weightOf(member));
    this.order = null;
  }

  private placeOf(member: Member): number {
    return Math.max(this.level, this.places.get(member) ?? 0);
  }
}

/** Divisible by every weight, so that no place is ever rounded. */
const STRIDE = 2_520;
