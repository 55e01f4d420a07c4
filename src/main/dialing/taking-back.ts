import { SECOND } from "../../shared/instant";
import type { ActivityLog } from "./activity-log";
import { notTakenBackActivity } from "./activity-words";
import type { CallLog } from "./call-log";
import type { CampaignRun, OpenCall } from "./campaign-run";
import type { DialerEnvironment } from "./environment";

const TRIES = 3;

/** Takes calls back that are still queued at the carrier when a campaign stops. */
export class TakingBack {
  constructor(
    private readonly env: Pick<DialerEnvironment, "carrier" | "clock">,
    private readonly log: CallLog,
    private readonly activityLog: ActivityLog,
  ) {}

  /** Resolves when each is taken back, dialed already, or given up after some tries. */
  async allOf(run: CampaignRun): Promise<void> {
    const queued = [...run.calls].filter(isQueued);
    const left = (await Promise.all(queued.map((call) => this.one(call)))).filter((done) => !done);
    if (left.length === 0) return;
    await this.activityLog.note(run.id, notTakenBackActivity(left.length));
  }

  /** Whether it is known not to wait in the queue any more. */
  async one(call: OpenCall): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (!isQueued(call)) return true;
      if (tries > 0) await this.aMoment();
      await this.ask(call);
    }
    return !isQueued(call);
  }

  private async ask(call: OpenCall): Promise<void> {
    if (!call.attempt.sid) return;
    const answer = await this.env.carrier.cancelQueued(call.attempt.sid);
    if (answer.kind === "failed") return;
    const report = answer.reports.find(({ sid }) => sid === call.attempt.sid);
    if (report) await this.log.happened(call, { kind: "reported", report });
  }

  private aMoment(): Promise<void> {
    return new Promise((resolve) => {
      this.env.clock.schedule(SECOND, resolve);
    });
  }
}

const isQueued = ({ attempt }: OpenCall): boolean => attempt.state === "queued";
