import { Turns, type AccountPace } from "./account-share";
import type { BackOff } from "./back-off";
import type { CampaignRun } from "./campaign-run";
import type { DialerEnvironment } from "./environment";
import { passGates, type Closure, type Situation } from "./gates";
import type { MinutesBook } from "./minutes-book";
import type { OpenCalls } from "./open-calls";
import type { Placing } from "./placing";
import type { Timer } from "./ports";
import type { StoreHealth } from "./store-health";

export interface ConductorParts {
  readonly env: DialerEnvironment;
  readonly calls: OpenCalls;
  readonly placing: Placing;
  readonly accountPace: AccountPace;
  readonly health: StoreHealth;
  readonly backOff: BackOff;
  readonly minutes: MinutesBook;
  /** The gate that a campaign waits at is another one than before. */
  readonly onVerdict: (run: CampaignRun) => void;
}

/**
 * Starts calls of all campaigns in turn, as soon as their gates are open. It is called when
 * something has changed, and sets one timer to the next moment at which a gate opens by itself.
 */
export class Conductor {
  readonly turns = new Turns<CampaignRun>((run) => run.settings.weight);
  /** While it is found out what became of the calls, none is started. */
  private holds = 0;
  private timer: Timer | null = null;
  private asked = false;
  private stopped = false;

  constructor(private readonly parts: ConductorParts) {}

  /** Something has changed: see whether calls may start. What changes together is seen together. */
  readonly wake = (): void => {
    if (this.asked || this.stopped) return;
    this.asked = true;
    void Promise.resolve().then(() => this.startCalls());
  };

  async holdWhile(work: () => Promise<void>): Promise<void> {
    this.holds += 1;
    try {
      await work();
    } finally {
      this.holds -= 1;
      this.wake();
    }
  }

  stop(): void {
    this.stopped = true;
    this.timer?.cancel();
  }

  private startCalls(): void {
    this.asked = false;
    this.timer?.cancel();
    this.timer = null;
    if (this.stopped) return;
    let wait: number;
    let started: boolean;
    do {
      wait = Infinity;
      started = false;
      for (const run of this.turns.inTurn()) {
        const opensIn = this.startOne(run);
        if (opensIn === "started") {
          // Whose turn it is now is asked anew: a heavy campaign may come twice before a light one.
          started = true;
          break;
        }
        wait = Math.min(wait, opensIn ?? Infinity);
      }
    } while (started);
    if (wait === Infinity) return;
    this.timer = this.parts.env.clock.schedule(Math.ceil(wait), () => this.startCalls());
  }

  /** Milliseconds until its gates may open by themselves; null: when something happens. */
  private startOne(run: CampaignRun): "started" | number | null {
    const verdict = passGates(
      this.situationOf(run, run.dialing ? run.contacts.state() : { kind: "none" }),
    );
    const before = run.verdict;
    run.verdict = verdict;
    if (verdict.kind === "closed") {
      if (hasChanged(before.kind === "closed" ? before.because : null, verdict.because)) {
        this.parts.onVerdict(run);
      }
      return verdict.opensIn;
    }
    if (!run.callerId) return null;
    const now = this.parts.env.clock.monotonic();
    run.pacer.started(now);
    this.parts.accountPace.started(now);
    this.turns.served(run);
    this.parts.placing.start(run, run.callerId, run.contacts.take());
    return "started";
  }

  situationOf(run: CampaignRun, contacts: Situation["contacts"]): Situation {
    const { env, calls, accountPace, backOff, health, minutes } = this.parts;
    const monotonic = env.clock.monotonic();
    const account = env.accountLimits();
    const claiming = this.turns.inTurn().reduce((sum, other) => sum + other.claiming, 0);
    const accountActive = calls.size + claiming;
    return {
      now: env.clock.now(),
      dialing: run.dialing,
      reconciling: this.holds > 0,
      hasCallerId: run.callerId !== null,
      storeWait: health.wait,
      minutes: minutes.withOpen(accountActive - calls.lost.size),
      backOff: { wait: backOff.wait(monotonic), message: backOff.message },
      contacts,
      active: run.active,
      maxConcurrentCalls: run.settings.maxConcurrentCalls,
      accountActive,
      accountConcurrentCalls: account.concurrentCalls,
      callsPerSecond: account.callsPerSecond,
      accountWait: accountPace.mayStartAt(account) - monotonic,
      paceWait: run.pacer.mayStartAt() - monotonic,
    };
  }
}

function hasChanged(before: Closure | null, now: Closure): boolean {
  return before?.kind !== now.kind || now.kind === "last-calls" || now.kind === "quota-used-up";
}
