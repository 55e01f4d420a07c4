import type {
  DialingSettings,
  PauseReason,
  CampaignFigures,
  CampaignStatus,
} from "../../shared/campaign";
import type { NewActivity } from "../../shared/activity";
import type { AttemptState, CallStatus } from "../../shared/call";
import type { AttemptId, CampaignId, ContactId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import type { Outcome } from "../../shared/outcome";
import type { PhoneNumber } from "../../shared/phone-number";

/** Time is given, so that a campaign plays in virtual time as it does in real time. */
export interface Clock {
  /** Wall clock: may jump both ways, and stands in no relation to `monotonic` across sleep. */
  now(): Instant;
  /** Milliseconds that never go back; only differences mean something. */
  monotonic(): number;
  /** Calls `run` once, after `delay` milliseconds, unless it is cancelled before. */
  schedule(delay: number, run: () => void): Timer;
}

export interface Timer {
  cancel(): void;
}

/** Chance is given too: a number from 0 up to but not including 1. */
export type Random = () => number;

// ── The carrier ─────────────────────────────────────────────────────────────────────────────────

export interface CallOrder {
  /** Goes into the instructions as a marker, so that a lost call can be told from another. */
  readonly attemptId: AttemptId;
  readonly campaignId: CampaignId;
  readonly contactId: ContactId;
  readonly to: PhoneNumber;
  readonly from: PhoneNumber;
  readonly ringTimeoutSeconds: number;
  readonly callTimeoutMinutes: number;
  readonly machineDetection: DialingSettings["machineDetection"];
  readonly machineReaction: DialingSettings["machineReaction"];
}

/** What the carrier says of a call at a moment. */
export interface CallReport {
  readonly sid: string;
  readonly status:
    | "queued"
    | "ringing"
    | "in_progress"
    | "completed"
    | "busy"
    | "no_answer"
    | "cancelled"
    | "failed";
  readonly createdAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly durationSeconds: number | null;
  readonly answeredBy: "human" | "machine" | "unknown" | null;
  /** Of a failed call, where known: whose fault it was. */
  readonly failure: CallFailure | null;
}

export type CallFailure =
  | { readonly kind: "declined" }
  | { readonly kind: "busy" }
  | { readonly kind: "invalid-number"; readonly reason: string }
  | { readonly kind: "not-permitted"; readonly reason: string }
  | { readonly kind: "network"; readonly reason: string };

/** Whose fault it is that a request came to nothing. Nothing was placed. */
export type Fault =
  /** This contact's: ends it. `invalid_number`, or `not_permitted` where the account must change. */
  | {
      readonly kind: "contact";
      readonly outcome: "invalid_number" | "not_permitted";
      readonly reason: string;
    }
  /** Ours or the account's: pauses the campaign. */
  | { readonly kind: "account"; readonly message: string; readonly advice: string }
  /** The carrier's or the network's: back off and go on. */
  | { readonly kind: "carrier"; readonly reason: string; readonly retryAfterMs: number | null };

export type Placement =
  | { readonly kind: "placed"; readonly report: CallReport }
  | { readonly kind: "refused"; readonly fault: Fault }
  /** The answer was lost: the call may have been placed. */
  | { readonly kind: "ambiguous"; readonly reason: string };

export type Reports =
  | {
      readonly kind: "reports";
      readonly reports: readonly CallReport[];
      /** Asked for by their SID, and the carrier knows no such call. */
      readonly unknown: readonly string[];
      readonly requests: number;
    }
  | { readonly kind: "failed"; readonly fault: Fault; readonly requests: number };

export type Search =
  | { readonly kind: "found"; readonly reports: readonly CallReport[] }
  | { readonly kind: "failed"; readonly fault: Fault };

/** Nothing here throws: whatever happens on the line comes back as a value. */
export interface Carrier {
  place(order: CallOrder): Promise<Placement>;
  /** What became of these calls, with as few requests as it takes. */
  reports(calls: readonly { sid: string; placedAt: Instant }[]): Promise<Reports>;
  /** Calls of ours to this number created since then, queued ones included, to tell what became of a lost answer. */
  search(lost: { to: PhoneNumber; from: PhoneNumber; since: Instant }): Promise<Search>;
  /** Takes a call back that has not been dialed yet; the report says what it came to. */
  cancelQueued(sid: string): Promise<Reports>;
}

// ── What is kept ────────────────────────────────────────────────────────────────────────────────

export interface CampaignRecord {
  readonly id: CampaignId;
  readonly status: CampaignStatus;
  readonly dialing: DialingSettings;
  readonly callerId: PhoneNumber | null;
  /** The moment of Scheduled Start, while DRAFT. */
  readonly startsAt: Instant | null;
  /** Set once a scheduled start could not happen and was said: it is not tried again. */
  readonly startProblem?: string | null;
}

export interface OpenAttempt {
  readonly id: AttemptId;
  readonly campaignId: CampaignId;
  readonly contactId: ContactId;
  /** 1 for the first dial of this contact. Attempts that were cancelled or never placed do not count. */
  readonly number: number;
  readonly to: PhoneNumber;
  readonly from: PhoneNumber;
  readonly state: Exclude<AttemptState, "ended">;
  readonly sid: string | null;
  /** When the intent was put on disk. */
  readonly intentAt: Instant;
  readonly answeredAt: Instant | null;
  /** Of the contact, as `ContactFacts` have them. */
  readonly timeZones: readonly string[];
  /** Those before it, oldest first. */
  readonly earlier: readonly EarlierAttempt[];
}

/** A dial of the same contact that is over and counts. */
export interface EarlierAttempt {
  readonly outcome: Outcome;
  readonly startedAt: Instant;
}

/** What is known of a contact and its number, whatever the campaign. */
export interface ContactFacts {
  readonly phone: PhoneNumber;
  /** IANA zones in which the contact may be; empty: not known. */
  readonly timeZones: readonly string[];
  /** Its entry in the do-not-call list; `until` null: for good. */
  readonly suppression: { readonly until: Instant | null } | null;
  /** When calls to its number began, in all campaigns, as far back as was asked for. */
  readonly startsToNumber: readonly Instant[];
}

export interface ReadyContact extends ContactFacts {
  readonly contactId: ContactId;
  /** Attempts made that count. */
  readonly attempts: number;
}

/** Which gate of its own keeps a contact waiting until a moment that is known. */
export type WaitsFor = "calling-hours" | "attempt-limit" | "do-not-call";

/** When the next contact that waits may be looked at again, and for what it waits. */
export interface Due {
  readonly at: Instant;
  readonly waitsFor: WaitsFor | "retry-delay";
}

/** How a contact stands in a campaign. */
export interface ContactStanding extends ContactFacts {
  readonly status: CallStatus;
  /** Attempts made that count. */
  readonly attempts: number;
  /** While pending: not looked at before then. */
  readonly notBefore: Instant | null;
  /** What it waits for until then. */
  readonly waitsFor: Due["waitsFor"];
  readonly outcome: Outcome | null;
}

/** Contacts that a gate of their own keeps from being called. */
export type PutOff = { readonly contactId: ContactId } & (
  | { readonly kind: "waits"; readonly waitsFor: WaitsFor; readonly until: Instant }
  /** Failed without a call. */
  | { readonly kind: "never"; readonly outcome: Outcome; readonly reason: string }
);

export interface Claim {
  readonly campaignId: CampaignId;
  readonly contactId: ContactId;
  readonly number: number;
  readonly to: PhoneNumber;
  readonly from: PhoneNumber;
  readonly at: Instant;
  /** Of the contact, as `ContactFacts` have them. */
  readonly timeZones: readonly string[];
  /** Calls to the number that may have begun since then, whatever the campaign. */
  readonly startsAtMost: readonly { readonly starts: number; readonly since: Instant }[];
}

export type ClaimResult =
  | { readonly kind: "claimed"; readonly attempt: OpenAttempt }
  /**
   * The number is on a call, on the do-not-call list, or was called too often; or its contact is
   * claimed already. Nothing was written.
   */
  | { readonly kind: "fenced" };

/** What an end means for the contact. */
export type ContactNext =
  | { readonly kind: "completed"; readonly outcome: Outcome }
  | { readonly kind: "failed"; readonly outcome: Outcome; readonly reason: string }
  | { readonly kind: "retry"; readonly outcome: Outcome; readonly notBefore: Instant }
  /** As if it had not been tried: the attempt does not count. */
  | { readonly kind: "returned"; readonly notBefore: Instant };

/** One fact to be kept about an attempt. A batch of them is one transaction. */
export type AttemptChange =
  | {
      readonly kind: "placed";
      readonly attemptId: AttemptId;
      readonly sid: string;
      readonly state: "queued" | "ringing" | "in_progress";
      readonly at: Instant;
    }
  | {
      readonly kind: "moved";
      readonly attemptId: AttemptId;
      readonly state: "queued" | "ringing" | "in_progress" | "ambiguous" | "unresolved";
      readonly answeredAt: Instant | null;
    }
  | {
      readonly kind: "ended";
      readonly attemptId: AttemptId;
      readonly outcome: Outcome;
      readonly reason: string | null;
      readonly endedAt: Instant;
      readonly answeredAt: Instant | null;
      readonly durationSeconds: number | null;
      /** Whether a recording is to be expected. */
      readonly recorded: boolean;
      readonly next: ContactNext;
    };

export interface CampaignChange {
  readonly status: CampaignStatus;
  readonly pauseReason: PauseReason | null;
  readonly at: Instant;
  /** What the activity log says. */
  readonly activity: NewActivity;
  /** What became of a scheduled start that could not happen; null clears it. */
  readonly startProblem?: string | null;
}

/** Everything is on disk when its promise resolves. */
export interface DialingStore {
  campaign(id: CampaignId): Promise<CampaignRecord | null>;
  /** Those IN_PROGRESS, those with open attempts whatever their status, and drafts with a scheduled start. */
  campaignsToMind(): Promise<readonly CampaignRecord[]>;
  openAttempts(): Promise<readonly OpenAttempt[]>;
  /** Moments of the latest starts of a campaign, or of all, newest first, at most `limit`. */
  recentStarts(id: CampaignId | null, limit: number): Promise<readonly Instant[]>;
  /**
   * Contacts that are due at `now`: those that waited first, by due time, then those never called,
   * in the audience's order.
   * @param startsFrom calls to their numbers are told from then on; null: none are
   */
  readyContacts(
    id: CampaignId,
    now: Instant,
    limit: number,
    startsFrom: Instant | null,
  ): Promise<readonly ReadyContact[]>;
  /** Null when none waits. */
  nextDue(id: CampaignId): Promise<Due | null>;
  /** Before then the last of those who wait is not called; null when none waits. */
  lastDue(id: CampaignId): Promise<Instant | null>;
  /** Null: the campaign does not call this contact. */
  standing(
    id: CampaignId,
    contactId: ContactId,
    startsFrom: Instant | null,
  ): Promise<ContactStanding | null>;
  /** In one transaction. Who is not pending any more stays as it is. */
  putOff(id: CampaignId, contacts: readonly PutOff[]): Promise<void>;
  /** The rules have changed: who waits for one of these is due at `now`, in every campaign. */
  lookAgain(waitsFor: readonly WaitsFor[], now: Instant): Promise<void>;
  figures(id: CampaignId): Promise<CampaignFigures>;
  /** Puts the intents on disk, in one transaction. */
  claim(claims: readonly Claim[]): Promise<readonly ClaimResult[]>;
  /** Late facts about an attempt that has ended are dropped: an end is never undone. */
  record(changes: readonly AttemptChange[]): Promise<void>;
  changeCampaign(id: CampaignId, change: CampaignChange): Promise<void>;
  /** Which of these calls belong to attempts already, ended ones included. */
  ownedSids(sids: readonly string[]): Promise<readonly string[]>;
  note(id: CampaignId, at: Instant, activity: NewActivity): Promise<void>;
  /** When something last happened to it: a call began or ended, or its activity log got a line. */
  lastSign(id: CampaignId): Promise<Instant | null>;
}

/** Call minutes of the month. */
export interface QuotaBook {
  /** Minutes of the quota, and minutes used in the month of `now`. */
  minutes(now: Instant): Promise<{ readonly quota: number; readonly used: number }>;
}

/** Numbers that calls may come from. */
export interface CallerIds {
  /** The account's first number, for campaigns that name none; a fault when it has none or cannot be asked. */
  first(): Promise<
    | { readonly kind: "number"; readonly number: PhoneNumber }
    | { readonly kind: "failed"; readonly fault: Fault }
  >;
}
