import { MINUTE, type Instant } from "../../shared/instant";
import type { ActivityLog } from "./activity-log";
import { asleepActivity, awakeActivity } from "./activity-words";
import type { CampaignRuns } from "./campaign-runs";
import type { Conductor } from "./conductor";
import type { DialerEnvironment } from "./environment";
import type { Timer } from "./ports";

export interface SleepParts {
  readonly env: Pick<DialerEnvironment, "clock" | "log">;
  readonly runs: CampaignRuns;
  readonly conductor: Conductor;
  readonly activityLog: ActivityLog;
  /** Asks the carrier what became of the calls. */
  readonly reconcile: () => Promise<void>;
}

/**
 * So long the computer may be awake after it said that it goes to sleep: then it has not slept, or
 * woke without a word. Timers stand still in sleep.
 */
const AWAKE_ALL_THE_SAME = MINUTE;

interface Nap {
  readonly since: Instant;
  readonly timer: Timer;
  /** Lets the conductor go on. */
  readonly end: () => void;
}

/** The computer's sleep: no call starts from its announcement until it is known what became of the calls. */
export class Sleep {
  private nap: Nap | null = null;

  constructor(private readonly parts: SleepParts) {}

  get isAsleep(): boolean {
    return this.nap !== null;
  }

  /** The computer is about to sleep. Returns at once: there may be no time for more. */
  fallAsleep(): void {
    if (this.nap) return;
    const { env, runs, conductor, activityLog } = this.parts;
    const timer = env.clock.schedule(AWAKE_ALL_THE_SAME, () => void this.wake());
    const since = env.clock.now();
    const untilAwake = () => new Promise<void>((end) => (this.nap = { since, timer, end }));
    void conductor.holdWhile(untilAwake);
    for (const { id } of runs.dialing()) void activityLog.note(id, asleepActivity());
  }

  /** It woke: what became of the calls is found out before another one starts. */
  async wake(): Promise<void> {
    const { env, conductor, reconcile } = this.parts;
    const { nap } = this;
    this.nap = null;
    nap?.timer.cancel();
    this.tell(nap && Math.max(0, env.clock.now() - nap.since));
    const reconciled = conductor.holdWhile(reconcile);
    nap?.end();
    await reconciled;
  }

  /** Quitting: nothing is waited for any more. */
  stop(): void {
    this.nap?.timer.cancel();
  }

  private tell(slept: number | null): void {
    const { runs, activityLog } = this.parts;
    for (const run of runs.dialing()) {
      void activityLog.note(run.id, awakeActivity(slept, run.calls.size));
    }
  }
}
