import type { AppError } from "../../shared/app-error";
import type { CampaignId } from "../../shared/ids";
import { SECOND, type Instant } from "../../shared/instant";
import { startRefusedActivity } from "./activity-words";
import type { CampaignCommands } from "./campaign-commands";
import type { DialerEnvironment } from "./environment";
import type { CampaignRecord } from "./ports";
import { isMissed, StartSchedule } from "./start-schedule";

/** While the carrier cannot be asked for a caller ID, a start is tried again after so long. */
const TRY_AGAIN = 30 * SECOND;

/** What may be over soon. */
const PASSING: ReadonlySet<AppError["kind"]> = new Set(["carrier", "storage"]);

const MISSED =
  "The campaign was not started: the application was not running, or the computer slept, at the " +
  "time of its Scheduled Start. Start it by hand, or choose another time.";

/** Starts drafts at their moment; one that cannot start stays a draft, and says why. */
export class ScheduledStarts {
  private readonly schedule: StartSchedule;

  constructor(
    private readonly env: DialerEnvironment,
    private readonly commands: CampaignCommands,
  ) {
    this.schedule = new StartSchedule(env.clock, (id, startsAt) => void this.due(id, startsAt));
  }

  consider(record: CampaignRecord): void {
    if (record.status === "DRAFT" && record.startsAt !== null && !record.startProblem) {
      this.schedule.set(record.id, record.startsAt);
    } else {
      this.schedule.clear(record.id);
    }
  }

  async reconsider(id: CampaignId): Promise<void> {
    this.schedule.clear(id);
    const record = await this.env.store.campaign(id);
    if (record) this.consider(record);
  }

  /** On wake: the clock has moved on. */
  look(): void {
    this.schedule.arrange();
  }

  stop(): void {
    this.schedule.stop();
  }

  private async due(id: CampaignId, startsAt: Instant): Promise<void> {
    try {
      const record = await this.env.store.campaign(id);
      if (record?.status !== "DRAFT" || record.startsAt !== startsAt) return;
      if (isMissed(startsAt, this.env.clock.now())) return await this.refuse(id, MISSED);
      const result = await this.commands.start(id);
      if (result.ok) return;
      if (PASSING.has(result.error.kind)) return this.tryAgain(id, startsAt, result.error.message);
      await this.refuse(id, result.error.message);
    } catch (fault) {
      this.env.log.error("A scheduled start failed", fault);
      this.tryAgain(id, startsAt, "");
    }
  }

  private tryAgain(id: CampaignId, startsAt: Instant, why: string): void {
    this.env.log.warn(`A scheduled start is tried again. ${why}`);
    this.schedule.set(id, startsAt, this.env.clock.now() + TRY_AGAIN);
  }

  private async refuse(id: CampaignId, problem: string): Promise<void> {
    await this.env.store.changeCampaign(id, {
      status: "DRAFT",
      pauseReason: null,
      at: this.env.clock.now(),
      activity: startRefusedActivity(problem),
      startProblem: problem,
    });
    this.env.onCampaignChanged(id);
  }
}
