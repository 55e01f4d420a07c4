import type { CampaignId, ContactId } from "../../shared/ids";
import { SECOND, type Instant } from "../../shared/instant";
import type { PhoneNumber } from "../../shared/phone-number";
import { numberIsFree, type Situation } from "./gates";
import type { Clock, DialingStore, ReadyContact } from "./ports";
import type { StoreHealth } from "./store-health";

/** Due retries go before contacts never called; they are looked for at most so often. */
const SHORTEST_READING_GAP = SECOND;

export interface ReadyContactsEnvironment {
  readonly store: Pick<DialingStore, "readyContacts" | "nextReadyAt">;
  readonly clock: Clock;
  readonly health: StoreHealth;
  readonly lines: { isOnCall(number: PhoneNumber): boolean };
  /** There may be someone to call now. */
  readonly onRead: () => void;
}

/** The next contacts of a campaign, read ahead, so that a start never waits for the store. */
export class ReadyContacts {
  private ready: ReadyContact[] = [];
  /** Their numbers are on calls of other campaigns. */
  private setAside: ReadyContact[] = [];
  /** Taken, and their claim not on disk yet. */
  private readonly beingClaimed = new Set<ContactId>();
  /** Those that the reading under way may show although they are taken. */
  private takenSinceReading = new Set<ContactId>();
  private reading = false;
  private readAt = -Infinity;
  /** "unknown": someone known already hides from sight when the next one is due. */
  private moreOnDisk: "yes" | "no" | "unknown" = "yes";
  /** When someone becomes ready, as far as is known. */
  private nextDue: Instant | null = null;
  private readonly batch: number;

  constructor(
    private readonly campaign: CampaignId,
    callsPerMinute: number,
    private readonly env: ReadyContactsEnvironment,
  ) {
    this.batch = Math.min(2_000, Math.max(50, Math.ceil(callsPerMinute / 6)));
  }

  /** What can be said of the next contact; reads ahead where it is time to. */
  state(): Situation["contacts"] {
    this.setBusyAside();
    if (!this.reading && this.isTimeToRead()) void this.read();
    if (this.ready.length > 0) return { kind: "ready" };
    if (this.reading || this.moreOnDisk !== "no") return { kind: "reading" };
    if (this.nextDue !== null) return { kind: "waiting", until: this.nextDue };
    return { kind: this.setAside.length > 0 ? "on-call" : "none" };
  }

  /** Only while `state` is ready. Whoever takes one says `settled` once the claim is on disk. */
  take(): ReadyContact {
    const contact = this.ready.shift();
    if (!contact) throw new Error("No contact is ready");
    this.beingClaimed.add(contact.contactId);
    this.takenSinceReading.add(contact.contactId);
    return contact;
  }

  settled(contact: ReadyContact, claim: "claimed" | "fenced" | "failed"): void {
    this.beingClaimed.delete(contact.contactId);
    if (claim !== "claimed") this.lookAgainIn(SECOND);
  }

  /** Someone is to be called again, not before `at`. */
  dueAt(at: Instant): void {
    this.nextDue = Math.min(this.nextDue ?? Infinity, at);
  }

  lookAgainIn(wait: number): void {
    this.dueAt(this.env.clock.now() + wait);
  }

  numberFreed(number: PhoneNumber): void {
    if (this.setAside.length === 0) return;
    const freed = this.setAside.filter(({ phone }) => phone === number);
    if (freed.length === 0) return;
    this.setAside = this.setAside.filter(({ phone }) => phone !== number);
    this.ready.unshift(...freed);
  }

  private setBusyAside(): void {
    let next = this.ready[0];
    while (next && numberIsFree(next, this.env.lines) === "closed") {
      this.setAside.push(next);
      this.ready.shift();
      next = this.ready[0];
    }
  }

  private isTimeToRead(): boolean {
    if (this.env.health.wait > 0) return false;
    const due = this.nextDue !== null && this.nextDue <= this.env.clock.now();
    if (this.ready.length === 0) return due || this.mayFindMore();
    if (this.moreOnDisk === "yes" && this.ready.length <= this.batch / 2) return true;
    return due && this.env.clock.monotonic() - this.readAt >= SHORTEST_READING_GAP;
  }

  private mayFindMore(): boolean {
    if (this.moreOnDisk === "unknown") return this.beingClaimed.size === 0;
    return this.moreOnDisk === "yes";
  }

  private async read(): Promise<void> {
    const { store, clock, health } = this.env;
    this.reading = true;
    this.takenSinceReading = new Set(this.beingClaimed);
    this.nextDue = null;
    try {
      const limit = this.batch + this.setAside.length + this.beingClaimed.size;
      const found = await store.readyContacts(this.campaign, clock.now(), limit);
      const next = found.length < limit ? await store.nextReadyAt(this.campaign) : null;
      this.moreOnDisk = found.length < limit ? "no" : "yes";
      this.readAt = clock.monotonic();
      this.keep(found);
      if (next !== null) this.expect(next);
    } catch (fault) {
      health.fault("contacts were not read", fault);
      this.moreOnDisk = "yes";
    } finally {
      this.reading = false;
      this.env.onRead();
    }
  }

  private keep(found: readonly ReadyContact[]): void {
    const aside = new Set(this.setAside.map(({ contactId }) => contactId));
    this.ready = found.filter(
      ({ contactId }) => !aside.has(contactId) && !this.takenSinceReading.has(contactId),
    );
  }

  /** A moment that has passed is that of a contact known already, and hides those after it. */
  private expect(next: Instant): void {
    const now = this.env.clock.now();
    if (next > now) this.dueAt(next);
    else if (this.ready.length + this.beingClaimed.size > 0) this.moreOnDisk = "unknown";
    else this.lookAgainIn(SECOND);
  }
}
