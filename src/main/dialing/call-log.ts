import type { CallEvent } from "./call-state";
import type { DialerEnvironment } from "./environment";
import { GroupCommit } from "./group-commit";
import type { OpenCall } from "./campaign-run";
import type { OpenCalls } from "./open-calls";
import type { AttemptChange } from "./ports";
import type { StoreHealth } from "./store-health";
import { advance } from "./transitions";

type Ended = AttemptChange & { readonly kind: "ended" };

export interface CallLogListener {
  /** It is on disk. */
  changed(call: OpenCall): void;
  ended(call: OpenCall, end: Ended): void;
}

/** Longest time between tries to write what the disk did not take. */
const RETRY_WRITE = 1_000;

/** Leads calls from state to state, and has every step on disk before anything follows from it. */
export class CallLog {
  private readonly changes: GroupCommit<readonly AttemptChange[], undefined>;
  private givesUp = false;

  constructor(
    private readonly env: Pick<DialerEnvironment, "store" | "clock" | "timeZone">,
    private readonly calls: OpenCalls,
    private readonly health: StoreHealth,
    private readonly listener: CallLogListener,
  ) {
    this.changes = new GroupCommit((items) => this.write(items.flat()));
  }

  /** The carrier says that it goes on as before. */
  seenActive(call: OpenCall): void {
    call.seenActiveAt = this.env.clock.now();
  }

  /** Resolves when it is on disk. An end frees its slot only then. */
  async happened(call: OpenCall, event: CallEvent): Promise<void> {
    const { attempt, changes } = this.advanced(call, event);
    this.calls.update(call, attempt);
    if (attempt.state !== "ended" && attempt.sid !== null) this.seenActive(call);
    if (changes.length === 0) return;
    await this.changes.add(changes);
    this.tell(call, changes);
  }

  /**
   * As `happened`, for what need not be so if it cannot be written: that is tried once.
   * @throws when the disk does not take it; the call stands where it stood
   */
  async decided(call: OpenCall, event: CallEvent): Promise<void> {
    const before = call.attempt;
    const { attempt, changes } = this.advanced(call, event);
    this.calls.update(call, attempt);
    try {
      await this.env.store.record(changes);
    } catch (fault) {
      this.calls.update(call, before);
      this.health.fault("a decision on a call was not written", fault);
      throw fault;
    }
    this.health.wentWell();
    this.tell(call, changes);
  }

  /** Quitting: what the disk does not take is given up; the carrier is asked for it at the next start. */
  giveUpWhatFails(): void {
    this.givesUp = true;
  }

  /** Resolves when nothing waits to be written any more. */
  settled(): Promise<void> {
    return this.changes.settled();
  }

  private advanced(call: OpenCall, event: CallEvent) {
    return advance(call.attempt, event, {
      now: this.env.clock.now(),
      settings: call.run.settings,
      timeZone: this.env.timeZone,
      seenActiveAt: call.seenActiveAt,
      tookBack: !call.run.dialing,
    });
  }

  private tell(call: OpenCall, changes: readonly AttemptChange[]): void {
    const end = changes.find((change): change is Ended => change.kind === "ended");
    if (end) {
      this.calls.remove(call);
      this.listener.ended(call, end);
    }
    this.listener.changed(call);
  }

  /** A fact is not lost because the disk is full: it is written as soon as there is room. */
  private async write(changes: readonly AttemptChange[]): Promise<readonly undefined[]> {
    for (;;) {
      try {
        await this.env.store.record(changes);
        this.health.wentWell();
        return [];
      } catch (fault) {
        this.health.fault("facts about calls were not written", fault);
        if (this.givesUp) throw fault;
        await new Promise<void>((resolve) => {
          this.env.clock.schedule(Math.max(RETRY_WRITE, this.health.wait), resolve);
        });
      }
    }
  }
}
