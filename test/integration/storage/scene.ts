import { DEFAULT_DIALING, type CampaignDraft } from "../../../src/shared/campaign";
import type { FlowDraft } from "../../../src/shared/flow";
import type { AttemptId, AudienceId, CampaignId } from "../../../src/shared/ids";
import type { Instant } from "../../../src/shared/instant";
import { phoneNumber, type PhoneNumber } from "../../../src/shared/phone-number";
import type {
  AttemptChange,
  Claim,
  ContactNext,
  ReadyContact,
} from "../../../src/main/dialing/ports";
import { openContactWriter, type ImportTarget, type Store } from "../../../src/main/storage";

export const NOW: Instant = Date.UTC(2027, 2, 14, 12);

/** The newest lines of an activity log. */
export const ALL_ACTIVITY = { kind: null, search: "", offset: 0, limit: 500 } as const;
export const CALLER = phoneNumber.parse("+14155550100");

export const A_FLOW: FlowDraft = {
  name: "Welcome",
  content: { kind: "script", steps: [{ kind: "say", text: "Hello {{name}}", language: "en-US" }] },
};

/** The number of the nth contact; audiences that begin at the same place share numbers. */
export function numberOf(place: number): PhoneNumber {
  return phoneNumber.parse(`+1${String(4_150_000_000 + place)}`);
}

export async function anAudience(
  store: Store,
  contacts: number,
  { name = "Customers", from = 1 } = {},
): Promise<AudienceId> {
  return writeContacts(store, { kind: "new", name }, contacts, from);
}

/** As an import does that is appended to the audience. */
export function appendContacts(
  store: Store,
  audienceId: AudienceId,
  contacts: number,
  from: number,
): Promise<AudienceId> {
  return writeContacts(store, { kind: "append", audienceId }, contacts, from);
}

async function writeContacts(
  store: Store,
  target: ImportTarget,
  contacts: number,
  from: number,
): Promise<AudienceId> {
  const writer = await openContactWriter(store.file, target, ["city"], NOW);
  const BATCH = 10_000;
  for (let start = 0; start < contacts; start += BATCH) {
    const size = Math.min(BATCH, contacts - start);
    await writer.insert(
      Array.from({ length: size }, (_, index) => ({
        line: start + index + 2,
        name: `Contact ${start + index + from}`,
        phone: numberOf(start + index + from),
        variables: { city: "Springfield" },
      })),
    );
  }
  return writer.commit();
}

export interface CampaignOptions extends Partial<CampaignDraft> {
  readonly contacts?: number;
  /** Place of the first contact's number. */
  readonly from?: number;
}

export async function aDraft(
  store: Store,
  { contacts = 3, from = 1, ...changes }: CampaignOptions = {},
): Promise<CampaignId> {
  return store.campaigns.create(
    {
      name: "Spring",
      scheduledStart: null,
      dialing: DEFAULT_DIALING,
      callerId: null,
      ...changes,
      flowId: changes.flowId ?? (await store.flows.create(A_FLOW, NOW)),
      audienceId: changes.audienceId ?? (await anAudience(store, contacts, { from })),
    },
    NOW,
  );
}

export async function aRunningCampaign(
  store: Store,
  options: CampaignOptions = {},
): Promise<CampaignId> {
  const id = await aDraft(store, options);
  await start(store, id);
  return id;
}

export function start(store: Store, id: CampaignId): Promise<void> {
  return store.dialing.changeCampaign(id, {
    status: "IN_PROGRESS",
    pauseReason: null,
    at: NOW,
    activity: { kind: "started", message: "Started." },
  });
}

export function claimOf(
  campaignId: CampaignId,
  contact: Pick<ReadyContact, "contactId" | "phone" | "attempts">,
  at: Instant = NOW,
): Claim {
  const { contactId, phone, attempts } = contact;
  const number = attempts + 1;
  return {
    campaignId,
    contactId,
    number,
    to: phone,
    from: CALLER,
    at,
    timeZones: [],
    startsAtMost: [],
  };
}

/** Claims the next contacts that are ready; answers the attempts' numbers. */
export async function claimNext(
  store: Store,
  campaignId: CampaignId,
  count: number,
  at: Instant = NOW,
): Promise<AttemptId[]> {
  const ready = await store.dialing.readyContacts(campaignId, at, count, null);
  const results = await store.dialing.claim(ready.map((one) => claimOf(campaignId, one, at)));
  return results.map((result) => {
    if (result.kind !== "claimed") throw new Error("A ready contact was fenced.");
    return result.attempt.id;
  });
}

export function ended(
  attemptId: AttemptId,
  next: ContactNext,
  changes: Partial<Extract<AttemptChange, { kind: "ended" }>> = {},
): AttemptChange {
  const answered = next.kind === "completed";
  return {
    kind: "ended",
    attemptId,
    outcome: next.kind === "returned" ? "cancelled" : next.outcome,
    reason: null,
    endedAt: NOW + 60_000,
    answeredAt: answered ? NOW + 10_000 : null,
    durationSeconds: answered ? 50 : null,
    recorded: answered,
    next,
    ...changes,
  };
}
