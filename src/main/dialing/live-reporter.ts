import type { DialingSettings, LiveFigures } from "../../shared/campaign";
import { MINUTE, SECOND, type Instant } from "../../shared/instant";
import { bindingLimit } from "./binding-limit";
import type { CampaignRun } from "./campaign-run";
import type { DialerEnvironment } from "./environment";
import { expectedFinish } from "./expected-finish";
import type { FollowingBudget } from "./following";
import type { OpenWeek } from "./open-week";
import type { CampaignRecord, Timer } from "./ports";
import { Throttle } from "./throttle";

const LIVE_INTERVAL = 250;
const CALLS_INTERVAL = 500;

/** The rate of the last minute falls although nothing happens: it is shown so often meanwhile. */
const FALLING_RATE_INTERVAL = SECOND;

interface Reports {
  readonly live: Throttle;
  readonly calls: Throttle;
  again: Timer | null;
}

/** Tells the screen of changes, no oftener than it can use. */
export class LiveReporter {
  private readonly reports = new Map<CampaignRun, Reports>();

  constructor(
    private readonly env: DialerEnvironment,
    private readonly budget: FollowingBudget,
    private readonly openWeek: (dialing: DialingSettings) => OpenWeek | null,
  ) {}

  /** A figure of the campaign changed. */
  changed(run: CampaignRun): void {
    this.of(run).live.ask();
  }

  /** One of its calls changed, and so did the figures. */
  callChanged(run: CampaignRun): void {
    const reports = this.of(run);
    reports.live.ask();
    reports.calls.ask();
  }

  stop(): void {
    for (const { live, calls, again } of this.reports.values()) {
      live.cancel();
      calls.cancel();
      again?.cancel();
    }
    this.reports.clear();
  }

  /** @param run null while it is not known: a draft, or one that has ended */
  async figures(record: CampaignRecord, run: CampaignRun | null): Promise<LiveFigures> {
    const { store, clock } = this.env;
    const figures = await store.figures(record.id);
    const starts = run?.pacer.startsInLastMinute(clock.monotonic()) ?? 0;
    const inProgress = record.status === "IN_PROGRESS";
    return {
      campaignId: record.id,
      status: record.status,
      figures,
      activeCalls: run?.calls.size ?? 0,
      actualCallsPerMinute: starts,
      binding: run?.dialing ? bindingLimit(run.verdict) : { kind: "none" },
      expectedFinish:
        run && inProgress
          ? expectedFinish({
              now: clock.now(),
              figures,
              dialing: run.settings,
              startsPerMinute: run.dialingFor(clock.monotonic()) > MINUTE ? starts || null : null,
              ends: run.ends,
              resumesAt: resumesAt(run),
              lastDue: await store.lastDue(record.id),
              openWeek: this.openWeek(run.settings),
              callLifetime: this.budget.callLifetime,
            })
          : null,
    };
  }

  private of(run: CampaignRun): Reports {
    let reports = this.reports.get(run);
    if (!reports) {
      reports = {
        live: new Throttle(this.env.clock, LIVE_INTERVAL, () => void this.emit(run)),
        calls: new Throttle(this.env.clock, CALLS_INTERVAL, () => this.env.onCallsChanged(run.id)),
        again: null,
      };
      this.reports.set(run, reports);
    }
    return reports;
  }

  private async emit(run: CampaignRun): Promise<void> {
    try {
      const record = await this.env.store.campaign(run.id);
      if (!record) return;
      const figures = await this.figures(record, run);
      this.env.onLive(figures);
      this.showAgain(run, figures);
    } catch (fault) {
      this.env.log.error("Live figures could not be read", fault);
    }
  }

  private showAgain(run: CampaignRun, figures: LiveFigures): void {
    const reports = this.reports.get(run);
    reports?.again?.cancel();
    if (!reports || figures.actualCallsPerMinute === 0) return;
    reports.again = this.env.clock.schedule(FALLING_RATE_INTERVAL, reports.live.ask);
  }
}

/** When the first of those left may be called, while all of them wait. */
function resumesAt({ verdict }: CampaignRun): Instant | null {
  if (verdict.kind === "open" || !("until" in verdict.because)) return null;
  return verdict.because.until;
}
