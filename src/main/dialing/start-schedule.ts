import type { CampaignId } from "../../shared/ids";
import { MINUTE, SECOND, type Instant } from "../../shared/instant";
import type { Clock, Timer } from "./ports";

/** The wall clock may be put forward or back, so it is looked at again after so long. */
const LONGEST_WAIT = 30 * SECOND;

/** A start that is later than this was missed: nobody expects calls then any more. */
const MISSED_AFTER = 15 * MINUTE;

export const isMissed = (startsAt: Instant, now: Instant): boolean => now - startsAt > MISSED_AFTER;

/** Drafts with a Scheduled Start, each handed out once its moment has come. */
export class StartSchedule {
  private readonly drafts = new Map<CampaignId, { startsAt: Instant; tryAt: Instant }>();
  private timer: Timer | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly onDue: (id: CampaignId, startsAt: Instant) => void,
  ) {}

  /** @param tryAt when it is handed out: at its moment, or later where it is tried again */
  set(id: CampaignId, startsAt: Instant, tryAt = startsAt): void {
    this.drafts.set(id, { startsAt, tryAt });
    this.arrange();
  }

  clear(id: CampaignId): void {
    this.drafts.delete(id);
    this.arrange();
  }

  /** Hands out what is due, and sets the timer to the next. */
  readonly arrange = (): void => {
    this.stop();
    const now = this.clock.now();
    for (const [id, { startsAt, tryAt }] of this.drafts) {
      if (tryAt > now) continue;
      this.drafts.delete(id);
      this.onDue(id, startsAt);
    }
    if (this.drafts.size === 0) return;
    const next = Math.min(...[...this.drafts.values()].map(({ tryAt }) => tryAt));
    const wait = Math.min(LONGEST_WAIT, next - now);
    this.timer = this.clock.schedule(Math.max(1, Math.ceil(wait)), this.arrange);
  };

  stop(): void {
    this.timer?.cancel();
    this.timer = null;
  }
}
