import type { ActivityLog } from "./activity-log";
import { closedActivity, recoveredActivity } from "./activity-words";
import type { CampaignRun } from "./campaign-run";
import type { DialerEnvironment } from "./environment";

/** Says, in the campaigns that run, when Paceline goes and for how long it was away. */
export class Presence {
  constructor(
    private readonly env: Pick<DialerEnvironment, "store" | "clock" | "log">,
    private readonly activityLog: ActivityLog,
  ) {}

  async left(runs: readonly CampaignRun[]): Promise<void> {
    await Promise.all(
      runs.map(({ id, calls }) => this.activityLog.note(id, closedActivity(calls.size))),
    );
  }

  /** To be told before the campaign goes on, or the gap would be closed already. */
  async cameBack({ id, calls }: CampaignRun): Promise<void> {
    const { store, clock, log } = this.env;
    try {
      const lastSign = await store.lastSign(id);
      const away = lastSign === null ? 0 : Math.max(0, clock.now() - lastSign);
      await this.activityLog.note(id, recoveredActivity(away, calls.size));
    } catch (fault) {
      log.error("It is not known for how long a campaign was at a standstill", fault);
    }
  }
}
