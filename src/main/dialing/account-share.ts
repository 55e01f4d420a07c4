import { SECOND } from "../../shared/instant";
import { LatestStarts } from "./latest-starts";
import type { AccountLimits } from "./start-estimate";

/** Most calls a second that an account can have. */
const MOST_CALLS_PER_SECOND = 100;

/** A second is taken a little longer, so that the carrier counts no more than we do. */
const MARGIN = 1.003;

/** The account's calls per second, which all campaigns share. Moments are monotonic milliseconds. */
export class AccountPace {
  private readonly latest = new LatestStarts(MOST_CALLS_PER_SECOND);

  mayStartAt({ callsPerSecond }: AccountLimits): number {
    const calls = Math.min(MOST_CALLS_PER_SECOND, Math.max(1, Math.floor(callsPerSecond)));
    const earlier = this.latest.latest(calls);
    return earlier === null ? -Infinity : earlier + (calls / callsPerSecond) * SECOND * MARGIN;
  }

  started(moment: number): void {
    this.latest.note(moment);
  }
}

/** Whose turn it is: who was served longest ago comes first, so that none starves. */
export class Turns<Member> {
  private waiting: readonly Member[] = [];

  inTurn(): readonly Member[] {
    return this.waiting;
  }

  join(member: Member): void {
    if (!this.waiting.includes(member)) this.waiting = [...this.waiting, member];
  }

  leave(member: Member): void {
    this.waiting = this.waiting.filter((other) => other !== member);
  }

  served(member: Member): void {
    if (this.waiting.length < 2) return;
    this.leave(member);
    this.join(member);
  }
}
