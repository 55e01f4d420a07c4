import type { NewActivity } from "../../src/shared/activity";
import type { CampaignFigures, DialingSettings, PauseReason } from "../../src/shared/campaign";
import { DEFAULT_DIALING } from "../../src/shared/campaign";
import type { AttemptId, CampaignId, ContactId } from "../../src/shared/ids";
import type { Instant } from "../../src/shared/instant";
import type { Outcome } from "../../src/shared/outcome";
import type { PhoneNumber } from "../../src/shared/phone-number";
import type {
  AttemptChange,
  CampaignChange,
  CampaignRecord,
  Claim,
  ClaimResult,
  ContactFacts,
  ContactStanding,
  DialingStore,
  Due,
  OpenAttempt,
  PutOff,
  ReadyContact,
  WaitsFor,
} from "../../src/main/dialing/ports";

export interface StoredContact {
  readonly id: ContactId;
  readonly phone: PhoneNumber;
  state: "pending" | "in_progress" | "completed" | "failed";
  attempts: number;
  earlier: OpenAttempt["earlier"];
  notBefore: Instant | null;
  waitsFor: Due["waitsFor"];
  outcome: Outcome | null;
  reason: string | null;
}

export interface StoredAttempt extends Omit<OpenAttempt, "state"> {
  readonly state: OpenAttempt["state"] | "ended";
  readonly end: (AttemptChange & { kind: "ended" }) | null;
}

interface StoredCampaign {
  record: CampaignRecord;
  pauseReason: PauseReason | null;
  readonly contacts: StoredContact[];
  /** Before this place nobody is pending who was never called. */
  firstFresh: number;
  /** Pending with a due time, by due time. */
  readonly waiting: StoredContact[];
  readonly figures: { -readonly [K in keyof CampaignFigures]: CampaignFigures[K] };
  readonly starts: Instant[];
  readonly activity: (NewActivity & { readonly at: Instant })[];
}

function neverCalled(id: CampaignId, phone: string, place: number): StoredContact {
  return {
    id: (id * 1_000_000 + place) as ContactId,
    phone: phone as PhoneNumber,
    state: "pending",
    attempts: 0,
    earlier: [],
    notBefore: null,
    waitsFor: "retry-delay",
    outcome: null,
    reason: null,
  };
}

/** Keeps what the dialer keeps, in memory, by the promises of the port. */
export class MemoryStore implements DialingStore {
  readonly attempts: StoredAttempt[] = [];
  private readonly open = new Set<AttemptId>();
  private readonly onCall = new Set<PhoneNumber>();
  private readonly campaigns = new Map<CampaignId, StoredCampaign>();
  private readonly byContact = new Map<string, StoredContact>();
  private readonly sids = new Set<string>();
  /** The do-not-call list. */
  private readonly suppressions = new Map<string, { readonly until: Instant | null }>();
  private readonly timeZones = new Map<string, readonly string[]>();

  // ── To set the stage and to look behind it ────────────────────────────────────────────────────

  addCampaign(given: {
    readonly phones: readonly string[];
    readonly dialing?: Partial<DialingSettings>;
    readonly callerId?: string | null;
    readonly startsAt?: Instant | null;
  }): CampaignId {
    const id = (this.campaigns.size + 1) as CampaignId;
    const contacts = given.phones.map((phone, place) => neverCalled(id, phone, place));
    this.campaigns.set(id, {
      record: {
        id,
        status: "DRAFT",
        dialing: { ...DEFAULT_DIALING, ...given.dialing },
        callerId: (given.callerId ?? null) as PhoneNumber | null,
        startsAt: given.startsAt ?? null,
        startProblem: null,
      },
      pauseReason: null,
      contacts,
      firstFresh: 0,
      waiting: [],
      figures: {
        total: contacts.length,
        pending: contacts.length,
        waitingForRetry: 0,
        inProgress: 0,
        unresolved: 0,
        completed: 0,
        failed: 0,
        outcomes: {},
      },
      starts: [],
      activity: [],
    });
    for (const contact of contacts) this.byContact.set(`${id}/${contact.id}`, contact);
    return id;
  }

  /** They were appended to the audience, and join the campaign. */
  join(id: CampaignId, phones: readonly string[]): void {
    const { contacts, figures } = this.of(id);
    for (const phone of phones) {
      const contact = neverCalled(id, phone, contacts.length);
      contacts.push(contact);
      this.byContact.set(`${id}/${contact.id}`, contact);
    }
    figures.total += phones.length;
    figures.pending += phones.length;
  }

  editDraft(id: CampaignId, change: Partial<CampaignRecord>): void {
    const campaign = this.of(id);
    campaign.record = { ...campaign.record, ...change };
  }

  /** Null takes the number off the list. */
  suppress(phone: string, suppression: { readonly until: Instant | null } | null): void {
    if (suppression) this.suppressions.set(phone, suppression);
    else this.suppressions.delete(phone);
  }

  locate(phone: string, timeZones: readonly string[]): void {
    this.timeZones.set(phone, timeZones);
  }

  contacts(id: CampaignId): readonly StoredContact[] {
    return this.of(id).contacts;
  }

  activity(id: CampaignId): readonly (NewActivity & { readonly at: Instant })[] {
    return this.of(id).activity;
  }

  settings(id: CampaignId): DialingSettings {
    return this.of(id).record.dialing;
  }

  pauseReason(id: CampaignId): PauseReason | null {
    return this.of(id).pauseReason;
  }

  status(id: CampaignId): CampaignRecord["status"] {
    return this.of(id).record.status;
  }

  // ── The port ──────────────────────────────────────────────────────────────────────────────────

  async campaign(id: CampaignId): Promise<CampaignRecord | null> {
    return this.campaigns.get(id)?.record ?? null;
  }

  async campaignsToMind(): Promise<readonly CampaignRecord[]> {
    const withCalls = new Set([...this.open].map((id) => this.attempt(id).campaignId));
    return [...this.campaigns.values()]
      .map(({ record }) => record)
      .filter(
        ({ id, status, startsAt }) =>
          status === "IN_PROGRESS" ||
          withCalls.has(id) ||
          (status === "DRAFT" && startsAt !== null),
      );
  }

  async openAttempts(): Promise<readonly OpenAttempt[]> {
    return [...this.open].map((id) => {
      const attempt: Partial<StoredAttempt> = { ...this.attempt(id) };
      delete (attempt as { end?: unknown }).end;
      return attempt as OpenAttempt;
    });
  }

  async recentStarts(id: CampaignId | null, limit: number): Promise<readonly Instant[]> {
    const starts = id === null ? this.attempts.map(({ intentAt }) => intentAt) : this.of(id).starts;
    return starts.slice(-limit).reverse();
  }

  async readyContacts(
    id: CampaignId,
    now: Instant,
    limit: number,
    startsFrom: Instant | null,
  ): Promise<readonly ReadyContact[]> {
    const campaign = this.of(id);
    const found: StoredContact[] = [];
    for (const contact of campaign.waiting) {
      if (found.length === limit || (contact.notBefore ?? 0) > now) break;
      found.push(contact);
    }
    const { contacts } = campaign;
    while (contacts[campaign.firstFresh] && !isFresh(contacts[campaign.firstFresh]!)) {
      campaign.firstFresh += 1;
    }
    for (let place = campaign.firstFresh; place < contacts.length; place += 1) {
      if (found.length === limit) break;
      const contact = contacts[place]!;
      if (isFresh(contact)) found.push(contact);
    }
    return found.map(({ id: contactId, phone, attempts }) => ({
      contactId,
      attempts,
      ...this.factsOf(phone, startsFrom),
    }));
  }

  async standing(
    id: CampaignId,
    contactId: ContactId,
    startsFrom: Instant | null,
  ): Promise<ContactStanding | null> {
    const contact = this.byContact.get(`${id}/${contactId}`);
    if (!contact) return null;
    const { state, phone, attempts, notBefore, waitsFor, outcome } = contact;
    const facts = this.factsOf(phone, startsFrom);
    return { ...facts, status: STATUS[state], attempts, notBefore, waitsFor, outcome };
  }

  async nextDue(id: CampaignId): Promise<Due | null> {
    const next = this.of(id).waiting[0];
    return next ? { at: next.notBefore ?? 0, waitsFor: next.waitsFor } : null;
  }

  async lastDue(id: CampaignId): Promise<Instant | null> {
    return this.of(id).waiting.at(-1)?.notBefore ?? null;
  }

  async putOff(id: CampaignId, contacts: readonly PutOff[]): Promise<void> {
    for (const one of contacts) {
      const contact = this.byContact.get(`${id}/${one.contactId}`);
      if (contact?.state === "pending") this.putOffOne(this.of(id), contact, one);
    }
  }

  async lookAgain(waitsFor: readonly WaitsFor[], now: Instant): Promise<void> {
    for (const { waiting } of this.campaigns.values()) {
      for (const contact of [...waiting]) {
        if (!waitsFor.some((one) => one === contact.waitsFor)) continue;
        waiting.splice(waiting.indexOf(contact), 1);
        contact.notBefore = Math.min(contact.notBefore ?? 0, now);
        contact.waitsFor = "retry-delay";
        insert(waiting, contact);
      }
    }
  }

  async figures(id: CampaignId): Promise<CampaignFigures> {
    const { figures } = this.of(id);
    return { ...figures, outcomes: { ...figures.outcomes } };
  }

  async claim(claims: readonly Claim[]): Promise<readonly ClaimResult[]> {
    return claims.map((claim) => this.claimOne(claim));
  }

  async record(changes: readonly AttemptChange[]): Promise<void> {
    for (const change of changes) this.recordOne(change);
  }

  async changeCampaign(id: CampaignId, change: CampaignChange): Promise<void> {
    const campaign = this.of(id);
    campaign.record = {
      ...campaign.record,
      status: change.status,
      ...(change.startProblem === undefined ? {} : { startProblem: change.startProblem }),
    };
    campaign.pauseReason = change.pauseReason;
    campaign.activity.push({ at: change.at, ...change.activity });
  }

  async ownedSids(sids: readonly string[]): Promise<readonly string[]> {
    return sids.filter((sid) => this.sids.has(sid));
  }

  async lastSign(id: CampaignId): Promise<Instant | null> {
    const { starts, activity } = this.of(id);
    const ends = this.attempts.map(({ campaignId, end }) =>
      campaignId === id ? (end?.endedAt ?? 0) : 0,
    );
    const last = [starts.at(-1) ?? 0, activity.at(-1)?.at ?? 0, ...ends.slice(-1_000)];
    return Math.max(...last) || null;
  }

  async note(id: CampaignId, at: Instant, activity: NewActivity): Promise<void> {
    this.of(id).activity.push({ at, ...activity });
  }

  private factsOf(phone: PhoneNumber, startsFrom: Instant | null): ContactFacts {
    return {
      phone,
      timeZones: this.timeZones.get(phone) ?? [],
      suppression: this.suppressions.get(phone) ?? null,
      startsToNumber: startsFrom === null ? [] : this.startsTo(phone, startsFrom),
    };
  }

  private claimOne(claim: Claim): ClaimResult {
    const campaign = this.of(claim.campaignId);
    const contact = this.byContact.get(`${claim.campaignId}/${claim.contactId}`);
    const running = campaign.record.status === "IN_PROGRESS";
    if (
      !running ||
      contact?.state !== "pending" ||
      this.onCall.has(claim.to) ||
      this.isRefused(claim)
    ) {
      return { kind: "fenced" };
    }
    if (contact.attempts !== claim.number - 1 || (contact.notBefore ?? 0) > claim.at) {
      return { kind: "fenced" };
    }
    const attempt: OpenAttempt = {
      id: (this.attempts.length + 1) as AttemptId,
      campaignId: claim.campaignId,
      contactId: claim.contactId,
      number: claim.number,
      to: claim.to,
      from: claim.from,
      state: "intent",
      sid: null,
      intentAt: claim.at,
      answeredAt: null,
      timeZones: claim.timeZones,
      earlier: contact.earlier,
    };
    this.attempts.push({ ...attempt, end: null });
    this.open.add(attempt.id);
    this.onCall.add(claim.to);
    campaign.starts.push(claim.at);
    this.leavePending(campaign, contact);
    contact.state = "in_progress";
    campaign.figures.inProgress += 1;
    return { kind: "claimed", attempt };
  }

  private putOffOne(campaign: StoredCampaign, contact: StoredContact, one: PutOff): void {
    const { figures, waiting } = campaign;
    const place = waiting.indexOf(contact);
    if (place >= 0) waiting.splice(place, 1);
    if (one.kind === "waits") {
      contact.notBefore = one.until;
      contact.waitsFor = one.waitsFor;
      insert(waiting, contact);
      return;
    }
    figures.pending -= 1;
    if (contact.attempts > 0) figures.waitingForRetry -= 1;
    figures.failed += 1;
    figures.outcomes[one.outcome] = (figures.outcomes[one.outcome] ?? 0) + 1;
    Object.assign(contact, { state: "failed", notBefore: null, outcome: one.outcome });
    contact.reason = one.reason;
  }

  private startsTo(phone: string, from: Instant): Instant[] {
    return this.attempts
      .filter(({ to, intentAt, end }) => {
        const rang = end?.outcome !== "cancelled" && end?.outcome !== "not_placed";
        return to === phone && intentAt > from && rang;
      })
      .map(({ intentAt }) => intentAt);
  }

  private isRefused({ to, at, startsAtMost }: Claim): boolean {
    const suppression = this.suppressions.get(to);
    if (suppression && (suppression.until ?? Infinity) > at) return true;
    return startsAtMost.some(({ starts, since }) => this.startsTo(to, since).length >= starts);
  }

  private leavePending(campaign: StoredCampaign, contact: StoredContact): void {
    campaign.figures.pending -= 1;
    if (contact.attempts > 0) campaign.figures.waitingForRetry -= 1;
    contact.waitsFor = "retry-delay";
    if (contact.notBefore === null) return;
    const place = campaign.waiting.indexOf(contact);
    if (place >= 0) campaign.waiting.splice(place, 1);
    contact.notBefore = null;
  }

  private recordOne(change: AttemptChange): void {
    const before = this.attempt(change.attemptId);
    if (before.state === "ended") return;
    const { figures } = this.of(before.campaignId);
    const wasUnresolved = before.state === "unresolved";
    switch (change.kind) {
      case "placed":
        this.sids.add(change.sid);
        this.put({ ...before, sid: change.sid, state: change.state });
        break;
      case "moved":
        this.put({ ...before, state: change.state, answeredAt: change.answeredAt });
        break;
      case "ended":
        this.put({ ...before, state: "ended", answeredAt: change.answeredAt, end: change });
        this.open.delete(before.id);
        this.onCall.delete(before.to);
        this.contactNext(before, change);
    }
    const isUnresolved = this.attempt(change.attemptId).state === "unresolved";
    figures.unresolved += Number(isUnresolved) - Number(wasUnresolved);
  }

  private contactNext(attempt: StoredAttempt, { next }: AttemptChange & { kind: "ended" }): void {
    const campaign = this.of(attempt.campaignId);
    const contact = this.byContact.get(`${attempt.campaignId}/${attempt.contactId}`)!;
    const { figures } = campaign;
    figures.inProgress -= 1;
    if (next.kind !== "returned") {
      contact.attempts = attempt.number;
      contact.earlier = [
        ...contact.earlier,
        { outcome: next.outcome, startedAt: attempt.intentAt },
      ];
    }
    switch (next.kind) {
      case "completed":
      case "failed":
        contact.state = next.kind;
        contact.outcome = next.outcome;
        contact.reason = next.kind === "failed" ? next.reason : null;
        figures[next.kind] += 1;
        figures.outcomes[next.outcome] = (figures.outcomes[next.outcome] ?? 0) + 1;
        return;
      case "retry":
      case "returned":
        contact.state = "pending";
        contact.notBefore = next.notBefore;
        figures.pending += 1;
        if (contact.attempts > 0) figures.waitingForRetry += 1;
        insert(campaign.waiting, contact);
    }
  }

  private put(attempt: StoredAttempt): void {
    this.attempts[attempt.id - 1] = attempt;
  }

  private attempt(id: AttemptId): StoredAttempt {
    const attempt = this.attempts[id - 1];
    if (!attempt) throw new Error(`There is no attempt ${id}`);
    return attempt;
  }

  private of(id: CampaignId): StoredCampaign {
    const campaign = this.campaigns.get(id);
    if (!campaign) throw new Error(`There is no campaign ${id}`);
    return campaign;
  }
}

const STATUS = {
  pending: "PENDING",
  in_progress: "IN_PROGRESS",
  completed: "COMPLETED",
  failed: "FAILED",
} as const;

const isFresh = ({ state, notBefore }: StoredContact) => state === "pending" && notBefore === null;

function insert(waiting: StoredContact[], contact: StoredContact): void {
  let place = waiting.length;
  while (place > 0 && (waiting[place - 1]!.notBefore ?? 0) > (contact.notBefore ?? 0)) place -= 1;
  waiting.splice(place, 0, contact);
}
