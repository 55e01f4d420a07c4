import type { CampaignId, ContactId } from "../../shared/ids";
import type { ContactVerdict } from "./contact-gates";
import type { DialingStore, Due, PutOff, ReadyContact } from "./ports";
import type { StoreHealth } from "./store-health";

export interface PuttingOffEnvironment {
  readonly store: Pick<DialingStore, "putOff">;
  readonly health: StoreHealth;
  /** Contacts have ended without a call. */
  readonly onEnded: () => void;
}

/** Writes down whom a gate of their own keeps from being called, so that they are not read again. */
export class PuttingOff {
  private next: PutOff[] = [];
  private readonly held = new Set<ContactId>();
  private writing = false;

  constructor(
    private readonly campaign: CampaignId,
    private readonly env: PuttingOffEnvironment,
    /** With when the first of them is due, if one is. Where they could not be written they are read again. */
    private readonly onWritten: (written: boolean, due: Due | null) => void,
  ) {}

  add(contact: ReadyContact, verdict: ContactVerdict & { kind: "waits" | "never" }): void {
    this.held.add(contact.contactId);
    this.next.push({ contactId: contact.contactId, ...verdict });
  }

  /** Not on disk yet, so a reading may show it. */
  holds(contact: ContactId): boolean {
    return this.held.has(contact);
  }

  get size(): number {
    return this.held.size;
  }

  /** Whoever is not on its way to the disk yet is not put off after all. */
  drop(): void {
    for (const { contactId } of this.next) this.held.delete(contactId);
    this.next = [];
  }

  write(): void {
    if (this.writing || this.next.length === 0) return;
    this.writing = true;
    void this.writeBatch();
  }

  private async writeBatch(): Promise<void> {
    const batch = this.next;
    this.next = [];
    let written = false;
    try {
      await this.env.store.putOff(this.campaign, batch);
      written = true;
    } catch (fault) {
      this.env.health.fault("contacts were not put off", fault);
    }
    this.writing = false;
    this.write();
    for (const { contactId } of batch) this.held.delete(contactId);
    if (written && batch.some(({ kind }) => kind === "never")) this.env.onEnded();
    this.onWritten(written, written ? earliest(batch) : null);
  }
}

function earliest(batch: readonly PutOff[]): Due | null {
  let due: Due | null = null;
  for (const one of batch) {
    if (one.kind === "waits" && (due === null || one.until < due.at)) {
      due = { at: one.until, waitsFor: one.waitsFor };
    }
  }
  return due;
}
