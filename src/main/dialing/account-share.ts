import { SECOND } from "../../shared/instant";
import { LatestStarts } from "./latest-starts";
import type { AccountLimits } from "./start-estimate";

/** Most calls a second that an account can have. */
const MOST_CALLS_PER_SECOND = 100;

/** A second is taken a little longer, so that the carrier counts no more than we do. */
const MARGIN = 1.003;

/** The account's calls per second, which all campaigns share. Moments are monotonic milliseconds. */
export class AccountPace {
  private readonly starts = new LatestStarts(MOST_CALLS_PER_SECOND);
  private readonly sends = new LatestStarts(MOST_CALLS_PER_SECOND);

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
