import { openContactWriter, type Store } from "../../src/main/storage";
import { DEFAULT_DIALING, type DialingSettings } from "../../src/shared/campaign";
import type { CampaignId } from "../../src/shared/ids";
import type { Instant } from "../../src/shared/instant";
import { phoneNumber } from "../../src/shared/phone-number";

export interface CampaignToStore {
  readonly name: string;
  readonly phones: readonly string[];
  readonly dialing?: Partial<DialingSettings>;
  /** Null: the first number of the account. */
  readonly callerId?: string | null;
  readonly now: Instant;
}

/** A draft in a real store, with an audience and a flow of its own. */
export async function storeCampaign(
  store: Store,
  { name, phones, dialing = {}, callerId = null, now }: CampaignToStore,
): Promise<CampaignId> {
  const writer = await openContactWriter(store.file, { kind: "new", name }, [], now);
  await writer.insert(
    phones.map((phone, index) => ({
      line: index + 2,
      name: `Contact ${index}`,
      phone: phoneNumber.parse(phone),
      variables: {},
    })),
  );
  const audienceId = await writer.commit();
  const flowId = await store.flows.create(
    {
      name,
      content: { kind: "script", steps: [{ kind: "say", text: "Hello", language: "en-US" }] },
    },
    now,
  );
  return store.campaigns.create(
    {
      name,
      flowId,
      audienceId,
      scheduledStart: null,
      callerId: callerId === null ? null : phoneNumber.parse(callerId),
      dialing: { ...DEFAULT_DIALING, ...dialing },
    },
    now,
  );
}
