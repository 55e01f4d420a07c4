import type { NewActivity } from "../../shared/activity";
import type { CampaignId } from "../../shared/ids";
import type { DialerEnvironment } from "./environment";

/** Tells the supervisor what happened. A line that cannot be written holds nothing else up. */
export class ActivityLog {
  constructor(
    private readonly env: Pick<DialerEnvironment, "store" | "clock" | "log" | "onCampaignChanged">,
  ) {}

  async note(id: CampaignId, activity: NewActivity): Promise<void> {
    try {
      await this.env.store.note(id, this.env.clock.now(), activity);
      this.env.onCampaignChanged(id);
    } catch (fault) {
      this.env.log.error("The activity log was not written", fault);
    }
  }
}
