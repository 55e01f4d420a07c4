import type { CampaignFigures } from "../../shared/campaign";
import type { CampaignId } from "../../shared/ids";
import { SECOND } from "../../shared/instant";
import type { DialerEnvironment } from "./environment";
import { checkQuota, minutesReserved, type QuotaCheck } from "./quota";

/** The quota may be raised and the month may end while a campaign runs. */
const STALE_AFTER = 30 * SECOND;

/** Call minutes of the month, as far as they matter to campaigns that run. */
export class MinutesBook {
  private known = { quota: Infinity, used: 0 };
  private readAt = -Infinity;
  private reading = false;
  private outdated = false;

  constructor(
    private readonly env: Pick<DialerEnvironment, "quota" | "clock" | "store" | "log">,
    private readonly onRead: () => void,
  ) {}

  /** As last read; read anew behind it when that is long ago. `open`: calls in progress. */
  withOpen(open: number): { quota: number; used: number; open: number } {
    if (this.env.clock.monotonic() - this.readAt >= STALE_AFTER) this.refresh();
    return { ...this.known, open };
  }

  /** Minutes have been used. */
  refresh(): void {
    this.outdated = true;
    if (!this.reading) void this.read();
  }

  /** Before a start: what remains beside what running campaigns still need. */
  async check(needed: number, running: readonly CampaignId[]): Promise<QuotaCheck> {
    const { quota, store, clock } = this.env;
    const [{ quota: minutes, used }, ...figures] = await Promise.all([
      quota.minutes(clock.now()),
      ...running.map((id) => store.figures(id)),
    ] as [ReturnType<typeof quota.minutes>, ...Promise<CampaignFigures>[]]);
    this.known = { quota: minutes, used };
    const reserved = figures.reduce((sum, each) => sum + minutesReserved(each), 0);
    return checkQuota({ minutes, used, reserved }, needed);
  }

  private async read(): Promise<void> {
    this.reading = true;
    try {
      while (this.outdated) {
        this.outdated = false;
        this.readAt = this.env.clock.monotonic();
        this.known = await this.env.quota.minutes(this.env.clock.now());
      }
    } catch (fault) {
      this.env.log.error("The call minutes were not read", fault);
    } finally {
      this.reading = false;
    }
    this.onRead();
  }
}
