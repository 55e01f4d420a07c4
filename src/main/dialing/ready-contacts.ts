import type { CampaignId, ContactId } from "../../shared/ids";
import { SECOND, type Instant } from "../../shared/instant";
import type { PhoneNumber } from "../../shared/phone-number";
import type { ContactVerdict } from "./contact-gates";
import type { Situation } from "./gates";
import type { Clock, DialingStore, Due, ReadyContact } from "./ports";
import { PuttingOff, type PuttingOffEnvironment } from "./putting-off";

/** Contacts that are read at once at most, and put off in one transaction. */
const LARGEST_BATCH = 2_000;

/** Due retries go before contacts never called; they are looked for at most so often. */
const SHORTEST_READING_GAP = SECOND;

export interface ReadyContactsEnvironment extends PuttingOffEnvironment {
  readonly store: Pick<DialingStore, "readyContacts" | "nextDue" | "putOff">;
  readonly clock: Clock;
  /** What the contact's own gates say. */
  readonly verdictOn: (contact: ReadyContact) => ContactVerdict;
  /** How far back calls to the numbers are asked for; null: not at all. */
  readonly startsFrom: () => Instant | null;
  /** There may be someone to call now. */
  readonly onRead: () => void;
}

/** The next contacts of a campaign, read ahead, so that a start never waits for the store. */
export class ReadyContacts {
  private ready: ReadyContact[] = [];
  /** Their numbers are on calls of other campaigns. */
  private setAside: ReadyContact[] = [];
  private readonly puttingOff: PuttingOff;
  /** Taken, and their claim not on disk yet. */
  private readonly beingClaimed = new Set<ContactId>();
  /** Those that the reading under way may show although they are taken. */
  private takenSinceReading = new Set<ContactId>();
  /** What is being read was asked for before the rules changed. */
  private outdated = false;
  private reading = false;
  private readAt = -Infinity;
  /** "unknown": someone known already hides from sight when the next one is due. */
  private moreOnDisk: "yes" | "no" | "unknown" = "yes";
  /** When someone becomes ready, as far as is known. */
  private nextDue: Due | null = null;
  private readonly batch: number;
  /** How many are read at once: more and more while none of them may be called. */
  private reach: number;

  constructor(
    private readonly campaign: CampaignId,
    callsPerMinute: number,
    private readonly env: ReadyContactsEnvironment,
  ) {
    this.batch = Math.min(LARGEST_BATCH, Math.max(50, Math.ceil(callsPerMinute / 6)));
    this.reach = this.batch;
    this.puttingOff = new PuttingOff(campaign, env, (written, due) => {
      if (!written) this.moreOnDisk = "yes";
      if (due) this.noteDue(due);
      env.onRead();
    });
  }

  /** What can be said of the next contact; reads ahead where it is time to. */
  state(): Situation["contacts"] {
    this.passGates();
    if (!this.reading && this.isTimeToRead()) void this.read();
    if (this.ready.length > 0) return { kind: "ready" };
    if (this.reading || this.puttingOff.size > 0 || this.moreOnDisk !== "no") {
      return { kind: "reading" };
    }
    if (this.nextDue !== null) return { kind: "waiting", due: this.nextDue };
    return { kind: this.setAside.length > 0 ? "on-call" : "none" };
  }

  /** How many are called before this contact; null: it has not been read ahead. */
  placeOf(contact: ContactId): number | null {
    const place = this.ready.findIndex(({ contactId }) => contactId === contact);
    return place < 0 ? null : place;
  }

  /** Only while `state` is ready. Whoever takes one says `settled` once the claim is on disk. */
  take(): ReadyContact {
    const contact = this.ready.shift();
    if (!contact) throw new Error("No contact is ready");
    this.reach = this.batch;
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
    this.noteDue({ at, waitsFor: "retry-delay" });
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

  /** Whoever was about to be put off by rules that hold no more is read again. */
  reconsider(): void {
    if (this.puttingOff.size === 0) return;
    this.puttingOff.drop();
    this.moreOnDisk = "yes";
  }

  /** What is known of contacts, or who they are, has changed: they are read again. */
  forget(): void {
    this.ready = [];
    this.setAside = [];
    this.puttingOff.drop();
    this.nextDue = null;
    this.moreOnDisk = "yes";
    this.outdated = this.reading;
  }

  /** Until the first one may be called: those before it are set aside, or put off. */
  private passGates(): void {
    let next = this.ready[0];
    if (!next) return;
    while (next) {
      const verdict = this.env.verdictOn(next);
      if (verdict.kind === "open") break;
      if (verdict.kind === "on-call") this.setAside.push(next);
      else this.puttingOff.add(next, verdict);
      this.ready.shift();
      next = this.ready[0];
    }
    if (!next) this.reach = Math.min(LARGEST_BATCH, 2 * this.reach);
    this.puttingOff.write();
  }

  private noteDue(due: Due): void {
    if (this.nextDue === null || due.at < this.nextDue.at) this.nextDue = due;
  }

  private isTimeToRead(): boolean {
    // Those who are being put off would be read again and again, and held back again.
    if (this.env.health.wait > 0 || this.puttingOff.size > 0) return false;
    const due = this.nextDue !== null && this.nextDue.at <= this.env.clock.now();
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
      const known = this.setAside.length + this.beingClaimed.size;
      const limit = this.reach + known;
      const from = this.env.startsFrom();
      const found = await store.readyContacts(this.campaign, clock.now(), limit, from);
      const next = found.length < limit ? await store.nextDue(this.campaign) : null;
      this.readAt = clock.monotonic();
      if (!this.outdated) this.keep(found, found.length < limit, next);
    } catch (fault) {
      health.fault("contacts were not read", fault);
      this.moreOnDisk = "yes";
    } finally {
      this.outdated = false;
      this.reading = false;
      this.env.onRead();
    }
  }

  private keep(found: readonly ReadyContact[], all: boolean, next: Due | null): void {
    this.moreOnDisk = all ? "no" : "yes";
    const aside = new Set(this.setAside.map(({ contactId }) => contactId));
    this.ready = found.filter(
      ({ contactId }) =>
        !aside.has(contactId) &&
        !this.takenSinceReading.has(contactId) &&
        !this.puttingOff.holds(contactId),
    );
    if (next !== null) this.expect(next);
  }

  /** A moment that has passed is that of a contact known already, and hides those after it. */
  private expect(next: Due): void {
    const now = this.env.clock.now();
    if (next.at > now) this.noteDue(next);
    else if (this.ready.length + this.beingClaimed.size + this.puttingOff.size > 0) {
      this.moreOnDisk = "unknown";
    } else this.lookAgainIn(SECOND);
  }
}
