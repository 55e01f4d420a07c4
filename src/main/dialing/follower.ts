import type { PauseReason } from "../../shared/campaign";
import { MINUTE } from "../../shared/instant";
import { BackOff } from "./back-off";
import { accountPause } from "./caller-id";
import type { CallLog } from "./call-log";
import type { DialerEnvironment } from "./environment";
import { isOverdue, SHORTEST_GAP, type FollowedCall, type FollowingBudget } from "./following";
import type { OpenCall } from "./campaign-run";
import { isFollowed, type OpenCalls } from "./open-calls";
import type { Fault, Reports, Timer } from "./ports";

export interface FollowerParts {
  readonly env: DialerEnvironment;
  readonly calls: OpenCalls;
  readonly log: CallLog;
  readonly budget: FollowingBudget;
  /** The account cannot be used: no campaign can dial. */
  readonly onAccountFault: (reason: PauseReason) => void;
  /** The carrier knows no call by that SID. */
  readonly onUnresolved: (call: OpenCall) => void;
}

/** An overdue call is asked for by itself so often. */
const OVERDUE_GAP = MINUTE;

/** Asks the carrier what became of the calls that go on: of all at once, and none when there are none. */
export class Follower {
  private timer: Timer | null = null;
  private looking: Promise<void> | null = null;
  private lookedAt = -Infinity;
  /** Monotonic moment of the next look; Infinity while none is set. */
  private lookAt = Infinity;
  private stopped = false;
  private readonly backOff: BackOff;
  private readonly askedOverdueAt = new WeakMap<OpenCall, number>();

  constructor(private readonly parts: FollowerParts) {
    this.backOff = new BackOff(parts.env.random);
  }

  /** One more call goes on: unless a look is near, the next one is set anew. */
  readonly followNew = (): void => {
    if (this.lookAt - this.parts.env.clock.monotonic() > SHORTEST_GAP) this.arrange();
  };

  readonly arrange = (): void => {
    if (this.looking || this.stopped) return;
    this.timer?.cancel();
    this.lookAt = Infinity;
    const now = this.parts.env.clock.monotonic();
    const gap = this.parts.budget.gap(this.followed(now));
    if (gap === null) return;
    this.lookAt = Math.max(this.lookedAt + gap, now, now + this.backOff.wait(now));
    const wait = Math.ceil(this.lookAt - now);
    this.timer = this.parts.env.clock.schedule(wait, () => void this.look());
  };

  /** A look at all calls now, unless one is under way: then that one. */
  look(): Promise<void> {
    this.timer?.cancel();
    this.looking ??= this.lookOnce().finally(() => {
      this.looking = null;
      this.arrange();
    });
    return this.looking;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.timer?.cancel();
    await this.looking;
  }

  private *followed(now: number): Iterable<FollowedCall> {
    for (const call of this.parts.calls.all()) {
      if (!isFollowed(call)) continue;
      yield {
        age: now - call.startedAt,
        ringTimeoutMs: call.run.settings.ringTimeoutSeconds * 1_000,
        answered: call.attempt.state === "in_progress",
      };
    }
  }

  private async lookOnce(): Promise<void> {
    const { clock, log } = this.parts.env;
    this.lookedAt = clock.monotonic();
    const followed = [...this.parts.calls.all()].filter(isFollowed);
    if (followed.length === 0) return;
    try {
      await this.ask(followed);
      await this.askOverdue();
    } catch (fault) {
      log.error("Following the calls failed", fault);
      this.backOff.fault(clock.monotonic(), { reason: "", retryAfterMs: null });
    }
  }

  private async ask(calls: readonly OpenCall[]): Promise<void> {
    const { env, budget } = this.parts;
    const asked = calls.flatMap(({ attempt: { sid, intentAt } }) =>
      sid === null ? [] : [{ sid, placedAt: intentAt }],
    );
    const answer = await env.carrier.reports(asked);
    budget.looked(answer.requests);
    if (answer.kind === "failed") return this.heed(answer.fault);
    this.backOff.wentWell();
    await this.tell(answer);
  }

  private async tell({ reports, unknown }: Reports & { kind: "reports" }): Promise<void> {
    const { calls, log, onUnresolved } = this.parts;
    const written: Promise<void>[] = [];
    for (const report of reports) {
      const call = calls.bySid(report.sid);
      if (!call) continue;
      if (report.status === call.attempt.state) log.seenActive(call);
      else written.push(log.happened(call, { kind: "reported", report }));
    }
    for (const sid of unknown) {
      const call = calls.bySid(sid);
      if (call && this.isOverdue(call) && isFollowed(call)) {
        written.push(log.happened(call, { kind: "cannot-be-known" }));
        onUnresolved(call);
      }
    }
    await Promise.all(written);
  }

  /** Lists may pass over a call for ever; its slot is free only when its end is known. */
  private async askOverdue(): Promise<void> {
    const now = this.parts.env.clock.monotonic();
    for (const call of this.parts.calls.all()) {
      const asked = this.askedOverdueAt.get(call) ?? -Infinity;
      if (!isFollowed(call) || !this.isOverdue(call) || now - asked < OVERDUE_GAP) continue;
      this.askedOverdueAt.set(call, now);
      await this.ask([call]);
    }
  }

  private isOverdue(call: OpenCall): boolean {
    return isOverdue(this.parts.env.clock.monotonic() - call.startedAt, call.run.settings);
  }

  /** The calls go on whatever the carrier answers, so they are asked for again. */
  private heed(fault: Fault): void {
    const reason = fault.kind === "account" ? fault.message : fault.reason;
    const retryAfterMs = fault.kind === "carrier" ? fault.retryAfterMs : null;
    this.backOff.fault(this.parts.env.clock.monotonic(), { reason, retryAfterMs });
    if (fault.kind === "account") this.parts.onAccountFault(accountPause(fault));
  }
}
