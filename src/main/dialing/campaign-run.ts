import type { DialingSettings } from "../../shared/campaign";
import type { CampaignId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import type { PhoneNumber } from "../../shared/phone-number";
import { CircuitBreaker } from "./circuit-breaker";
import type { Verdict } from "./gates";
import type { Pacer } from "./pacing";
import type { CampaignRecord, ContactNext } from "./ports";
import type { ReadyContacts } from "./ready-contacts";
import type { KnownAttempt } from "./transitions";

/** An attempt that is open on disk, and the campaign that it belongs to. */
export interface OpenCall {
  readonly run: CampaignRun;
  attempt: KnownAttempt;
  /** Monotonic moment of its start. */
  readonly startedAt: number;
  /** When the carrier last said that it goes on, by our wall clock. */
  seenActiveAt: Instant | null;
}

/** What is known in memory of a campaign that dials, or of which calls go on. */
export class CampaignRun {
  readonly id: CampaignId;
  readonly settings: DialingSettings;
  readonly calls = new Set<OpenCall>();
  readonly breaker = new CircuitBreaker();
  /** Dials that ended, and those of them that are to be retried. */
  readonly ends = { all: 0, retried: 0 };
  /** Where calls come from; null until it is known. */
  callerId: PhoneNumber | null;
  /** What the gates said last. */
  verdict: Verdict = { kind: "closed", because: { kind: "not-dialing" }, opensIn: null };
  /** Monotonic moment of the start or resume; null while no calls are started. */
  private dialingSince: number | null = null;
  private readonly placements = new Set<Promise<void>>();

  constructor(
    record: CampaignRecord,
    readonly pacer: Pacer,
    readonly contacts: ReadyContacts,
  ) {
    this.id = record.id;
    this.settings = record.dialing;
    this.callerId = record.callerId;
  }

  get dialing(): boolean {
    return this.dialingSince !== null;
  }

  dial(now: number): void {
    this.dialingSince = now;
    this.breaker.reset();
  }

  /** From here on no call starts; placements on their way are still to settle. */
  stopDialing(): void {
    this.dialingSince = null;
  }

  /** Milliseconds for which it has been dialing. */
  dialingFor(now: number): number {
    return this.dialingSince === null ? 0 : now - this.dialingSince;
  }

  /** Whether it is being seen to whether every contact is done. */
  completing = false;

  /** Claims on their way to the disk keep a slot, too. */
  claiming = 0;

  get active(): number {
    return this.calls.size + this.claiming;
  }

  track(placement: Promise<void>): void {
    this.placements.add(placement);
    void placement.finally(() => this.placements.delete(placement));
  }

  /** Resolves when no placement is on its way any more. */
  async placementsSettled(): Promise<void> {
    while (this.placements.size > 0) await Promise.allSettled(this.placements);
  }

  ended(next: ContactNext): void {
    if (next.kind === "retry" || next.kind === "returned") this.contacts.dueAt(next.notBefore);
    if (next.kind === "returned") return;
    this.ends.all += 1;
    if (next.kind === "retry") this.ends.retried += 1;
  }
}
