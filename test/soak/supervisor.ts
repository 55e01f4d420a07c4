import { between, type Chance } from "../../src/main/practice-line/chance";
import type { Campaign } from "../../src/shared/campaign";
import { Ended, type Application } from "./application/application";
import type { BrokenPromise } from "./promises/broken";
import type { Pause } from "./promises/evidence";

/** Of each look of the supervisor's at a campaign, how many come to this. */
const STARTS = 0.4;
const PAUSES = 0.04;
const RESUMES = 0.4;

/** Looks at the campaigns again and again, starts them, and pauses and resumes them by chance. */
export class Supervisor {
  readonly pauses: Pause[] = [];
  readonly broken: BrokenPromise[] = [];
  resumed = 0;
  allCompleted = false;

  constructor(private readonly now: () => number) {}

  /** Until every campaign has completed or the application has ended. `calm`: nothing is paused. */
  async mind(application: Application, chance: Chance, calm: boolean): Promise<void> {
    try {
      while (!this.allCompleted) {
        const campaigns = await application.ask("campaigns.list", null);
        if (!campaigns.ok) throw new Error(JSON.stringify(campaigns.error));
        for (const campaign of campaigns.value) {
          this.checkFigures(campaign);
          await this.decide(application, campaign, chance, calm);
        }
        this.allCompleted = campaigns.value.every(({ status }) => status === "COMPLETED");
        await new Promise((resolve) => setTimeout(resolve, between(chance, 20, 150)));
      }
    } catch (fault) {
      if (!(fault instanceof Ended)) throw fault;
    }
  }

  private checkFigures({ id, live }: Campaign): void {
    const { total, pending, inProgress, completed, failed } = live.figures;
    if (total === pending + inProgress + completed + failed) return;
    this.broken.push({
      promise: "every counter is right",
      detail: `campaign ${id}: ${total} are not ${pending} + ${inProgress} + ${completed} + ${failed}`,
    });
  }

  private async decide(
    application: Application,
    { id, status }: Campaign,
    chance: Chance,
    calm: boolean,
  ): Promise<void> {
    const dice = chance();
    switch (status) {
      case "DRAFT":
        if (calm || dice < STARTS) await application.ask("campaigns.start", { id });
        return;
      case "IN_PROGRESS":
        if (!calm && dice < PAUSES) await this.pause(application, id);
        return;
      case "PAUSED":
        if (calm || dice < RESUMES) await this.resume(application, id);
        return;
      case "COMPLETED":
      case "CANCELLED":
    }
  }

  private async pause(application: Application, id: Campaign["id"]): Promise<void> {
    const { ok } = await application.ask("campaigns.pause", { id });
    if (ok) this.pauses.push({ campaignId: id, from: this.now(), until: Infinity });
  }

  private async resume(application: Application, id: Campaign["id"]): Promise<void> {
    for (const pause of this.pauses) {
      if (pause.campaignId === id) pause.until = Math.min(pause.until, this.now());
    }
    const { ok } = await application.ask("campaigns.resume", { id });
    if (ok) this.resumed += 1;
  }
}
