import { momentOf, type PracticeCall } from "../../../src/main/practice-line/call";
import type { DialingSettings } from "../../../src/shared/campaign";
import type { Outcome } from "../../../src/shared/outcome";
import type { Order } from "../carrier/faulty-carrier";
import { withStoreFile } from "./store-file";

export interface KeptAttempt {
  readonly id: number;
  readonly campaignId: number;
  readonly contactId: number;
  readonly state: string;
  readonly outcome: Outcome | null;
  readonly sid: string | null;
  readonly to: string;
  readonly intentAt: number;
}

export interface KeptCampaign {
  readonly id: number;
  readonly status: string;
  readonly dialing: DialingSettings;
  /** Of its audience. */
  readonly contacts: number;
}

export interface KeptContact {
  readonly campaignId: number;
  readonly contactId: number;
  readonly status: string;
  readonly outcome: Outcome | null;
  readonly attempts: number;
}

/** A time in which the supervisor had been told that no call starts any more. */
export interface Pause {
  readonly campaignId: number;
  readonly from: number;
  /** Infinity while it lasts. */
  until: number;
}

/** All that there is to judge by: what truly happened at the carrier, and what the file says. */
export interface Evidence {
  /** In the order of creation. */
  readonly calls: readonly PracticeCall[];
  readonly orders: readonly Order[];
  readonly pauses: readonly Pause[];
  readonly attempts: readonly KeptAttempt[];
  readonly campaigns: readonly KeptCampaign[];
  readonly contacts: readonly KeptContact[];
}

export type Kept = Pick<Evidence, "attempts" | "campaigns" | "contacts">;

export function readKept(dataFolder: string): Promise<Kept> {
  return withStoreFile(dataFolder, async (rows) => {
    const campaigns = await rows<Omit<KeptCampaign, "dialing"> & { dialing: string }>(
      `select campaign.id, status, dialing, audience.contacts
       from campaign join audience on audience.id = audience_id`,
    );
    return {
      campaigns: campaigns.map((campaign) => ({
        ...campaign,
        dialing: JSON.parse(campaign.dialing) as DialingSettings,
      })),
      attempts: await rows<KeptAttempt>(
        `select id, campaign_id as campaignId, contact_id as contactId, state, outcome, sid,
           to_number as "to", intent_at as intentAt from attempt order by intent_at, id`,
      ),
      contacts: await rows<KeptContact>(
        `select campaign_id as campaignId, contact_id as contactId, status, outcome, attempts
         from campaign_contact`,
      ),
    };
  });
}

/** When a call was over. */
export function endOf({ plan, stoppedAt }: PracticeCall): number {
  return Math.min(plan.endedAt, stoppedAt ?? Infinity);
}

/** Whether it came so far that a phone rang. */
export function rang(call: PracticeCall): boolean {
  return call.plan.dialedAt < endOf(call);
}

const DECLINED = 31603;
const NOT_FOUND = 31404;

/**
 * What became of a call, as the campaign should tell it. A call that the campaign took back, and was
 * killed before it wrote that down, counts as cancelled by somebody: a network error, retried.
 */
export function isTrue(outcome: Outcome | null, call: PracticeCall, settings: DialingSettings) {
  const truth = trueOutcome(call, settings);
  return outcome === truth || (truth === "cancelled" && outcome === "network_error");
}

export function trueOutcome(call: PracticeCall, settings: DialingSettings): Outcome {
  const { status, durationSeconds } = momentOf(call, Number.MAX_SAFE_INTEGER);
  switch (status) {
    case "completed":
      return durationSeconds! <= settings.hungUpWithinSeconds ? "hung_up_immediately" : "talked";
    case "busy":
      return "busy";
    case "canceled":
      return rang(call) ? "no_answer" : "cancelled";
    case "failed":
      if (call.plan.errorCode === DECLINED) return "declined";
      return call.plan.errorCode === NOT_FOUND ? "invalid_number" : "network_error";
    default:
      return "no_answer";
  }
}

/** Groups in the order of their first members. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
