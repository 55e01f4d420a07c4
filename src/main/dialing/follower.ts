import type { PauseReason } from "../../shared/campaign";
import { MINUTE } from "../../shared/instant";
import { BackOff } from "./back-off";
import { accountPause } from "./caller-id";
import type { CallLog } from "./call-log";
import type { DialerEnvironment } from "./environment";
import { isOverdue, type FollowedCall, type FollowingBudget } from "./following";
import { isFollowed, type OpenCall, type OpenCalls } from "./open-calls";
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
  private stopped = false;
  private readonly backOff: BackOff;
  private readonly askedOverdueAt = new WeakMap<OpenCall, number>();

  constructor(private readonly parts: FollowerParts) {
    this.backOff = new BackOff(parts.env.random);
  }

  /** There is a call to follow, or one fewer: the next look is set. */
  readonly arrange = (): void => {
    if (this.looking || this.stopped) return;
    this.timer?.cancel();
    this.timer = null;
    const now = this.parts.env.clock.monotonic();
    const gap = this.parts.budget.gap(this.followed(now));
    if (gap === null) return;
    const since = Math.min(now - this.lookedAt, gap);
    const wait = Math.max(gap - since, this.backOff.wait(now));
    this.timer = this.parts.env.clock.schedule(Math.ceil(wait), () => void this.look());
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
      const told = await this.ask(followed);
      await this.askOverdue(followed.filter((call) => !told.has(call)));
    } catch (fault) {
      log.error("Following the calls failed", fault);
      this.backOff.fault(clock.monotonic(), { reason: "", retryAfterMs: null });
    }
  }

  /** Answers with the calls of which the carrier told something. */
  private async ask(calls: readonly OpenCall[]): Promise<ReadonlySet<OpenCall>> {
    const { env, budget } = this.parts;
    const asked = new Map<string, OpenCall>();
    for (const call of calls) if (call.attempt.sid) asked.set(call.attempt.sid, call);
    const answer = await env.carrier.reports(
      [...asked].map(([sid, { attempt }]) => ({ sid, placedAt: attempt.intentAt })),
    );
    budget.looked(answer.requests);
    if (answer.kind === "failed") {
      this.heed(answer.fault);
      return new Set(calls);
    }
    this.backOff.wentWell();
    return this.tell(asked, answer);
  }

  private async tell(
    asked: ReadonlyMap<string, OpenCall>,
    { reports, unknown }: Reports & { kind: "reports" },
  ): Promise<ReadonlySet<OpenCall>> {
    const { log, onUnresolved } = this.parts;
    const told = new Set<OpenCall>();
    const written: Promise<void>[] = [];
    for (const report of reports) {
      const call = asked.get(report.sid);
      if (!call) continue;
      told.add(call);
      written.push(log.happened(call, { kind: "reported", report }));
    }
    for (const sid of unknown) {
      const call = asked.get(sid);
      if (call && this.isOverdue(call) && isFollowed(call)) {
        written.push(log.happened(call, { kind: "cannot-be-known" }));
        onUnresolved(call);
      }
    }
    await Promise.all(written);
    return told;
  }

  private async askOverdue(calls: readonly OpenCall[]): Promise<void> {
    const now = this.parts.env.clock.monotonic();
    for (const call of calls) {
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
