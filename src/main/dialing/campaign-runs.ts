import type { DialingSettings } from "../../shared/campaign";
import type { CampaignId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import { CallingWindows } from "./calling-windows";
import { CampaignRun } from "./campaign-run";
import { passContactGates, rulesOf, startsCountFrom, type ContactSituation } from "./contact-gates";
import type { DialerEnvironment } from "./environment";
import type { OpenWeek } from "./open-week";
import { restoredPacer } from "./pacing";
import type { CampaignRecord, ContactFacts } from "./ports";
import type { PhoneNumber } from "../../shared/phone-number";
import { ReadyContacts } from "./ready-contacts";
import type { StoreHealth } from "./store-health";

export interface CampaignRunsParts {
  readonly env: Pick<DialerEnvironment, "store" | "clock" | "contactRules">;
  readonly health: StoreHealth;
  readonly lines: { isOnCall(number: PhoneNumber): boolean };
  /** There may be someone to call now. */
  readonly onRead: () => void;
  /** Contacts have ended without a call. */
  readonly onEnded: (run: CampaignRun) => void;
}

/** The campaigns that dial, or of which calls go on. A run keeps its pace across pauses. */
export class CampaignRuns {
  private readonly opened = new Map<CampaignId, Promise<CampaignRun>>();
  private readonly runs = new Map<CampaignId, CampaignRun>();

  private readonly windows: CallingWindows;

  constructor(private readonly parts: CampaignRunsParts) {
    this.windows = new CallingWindows(parts.env.clock);
  }

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
    // A draft may have been edited since its start was refused.
    if (!opening || record.status === "DRAFT") {
      opening = this.make(record);
      this.opened.set(record.id, opening);
      opening.catch(() => this.opened.delete(record.id));
    }
    return opening;
  }

  private async make(record: CampaignRecord): Promise<CampaignRun> {
    const { store, clock } = this.parts.env;
    const { callsPerMinute } = record.dialing;
    const starts = await store.recentStarts(record.id, callsPerMinute);
    const moment = { now: clock.now(), monotonic: clock.monotonic() };
    const contacts = this.contactsOf(record, () => this.parts.onEnded(run));
    const run = new CampaignRun(record, restoredPacer(callsPerMinute, starts, moment), contacts);
    this.runs.set(record.id, run);
    return run;
  }

  /** All that decides whether this contact may be called now by a campaign with these settings. */
  situationOf(contact: ContactFacts, dialing: DialingSettings): ContactSituation {
    const { env, lines } = this.parts;
    return {
      now: env.clock.now(),
      contact,
      rules: rulesOf(dialing, env.contactRules()),
      windowIn: this.windows.windowIn,
      isOnCall: lines.isOnCall(contact.phone),
    };
  }

  /** When a campaign with these settings may start calls; null: at any time. */
  openWeek(dialing: DialingSettings): OpenWeek | null {
    const { callingHours } = rulesOf(dialing, this.parts.env.contactRules());
    return callingHours && this.windows.openWeek(callingHours);
  }

  /** How far back calls to the numbers of such a campaign count; null: none do. */
  startsFrom(dialing: DialingSettings): Instant | null {
    const { contactRules, clock } = this.parts.env;
    return startsCountFrom(rulesOf(dialing, contactRules()), clock.now());
  }

  private contactsOf({ id, dialing }: CampaignRecord, onEnded: () => void): ReadyContacts {
    const { env, health, onRead } = this.parts;
    return new ReadyContacts(id, dialing.callsPerMinute, {
      store: env.store,
      clock: env.clock,
      health,
      onRead,
      onEnded,
      startsFrom: () => this.startsFrom(dialing),
      verdictOn: (contact) => passContactGates(this.situationOf(contact, dialing)),
    });
  }
}
