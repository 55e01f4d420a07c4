import type { CampaignId } from "../../shared/ids";
import { CampaignRun } from "./campaign-run";
import type { DialerEnvironment } from "./environment";
import { restoredPacer } from "./pacing";
import type { CampaignRecord } from "./ports";
import { ReadyContacts, type ReadyContactsEnvironment } from "./ready-contacts";

/** The campaigns that dial, or of which calls go on. A run keeps its pace across pauses. */
export class CampaignRuns {
  private readonly opened = new Map<CampaignId, Promise<CampaignRun>>();
  private readonly runs = new Map<CampaignId, CampaignRun>();

  constructor(
    private readonly env: Pick<DialerEnvironment, "store" | "clock">,
    private readonly contacts: ReadyContactsEnvironment,
  ) {}

  get(id: CampaignId): CampaignRun | null {
    return this.runs.get(id) ?? null;
  }

  all(): Iterable<CampaignRun> {
    return this.runs.values();
  }

  dialing(): readonly CampaignRun[] {
    return [...this.runs.values()].filter((run) => run.dialing);
  }

  /** The run of the campaign; made, with the pace of its latest starts, where there is none yet. */
  open(record: CampaignRecord): Promise<CampaignRun> {
    let opening = this.opened.get(record.id);
    if (!opening) {
      opening = this.make(record);
      this.opened.set(record.id, opening);
      opening.catch(() => this.opened.delete(record.id));
    }
    return opening;
  }

  private async make(record: CampaignRecord): Promise<CampaignRun> {
    const { store, clock } = this.env;
    const { callsPerMinute } = record.dialing;
    const starts = await store.recentStarts(record.id, callsPerMinute);
    const moment = { now: clock.now(), monotonic: clock.monotonic() };
    const run = new CampaignRun(
      record,
      restoredPacer(callsPerMinute, starts, moment),
      new ReadyContacts(record.id, callsPerMinute, this.contacts),
    );
    this.runs.set(record.id, run);
    return run;
  }
}
