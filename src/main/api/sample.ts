import { DEFAULT_DIALING, type DialingSettings } from "../../shared/campaign";
import type { AudienceId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import { SAMPLE_AUDIENCE } from "../../shared/sample-audience";
import { sampleFlow } from "../../shared/sample-flow";
import type { Handlers } from "../ipc/answer";
import { numberFacts } from "../audience";
import { openContactWriter } from "../storage";
import type { Services } from "./services";

/** Machines are told from people, so that a voicemail does not count as Talked. */
const SAMPLE_DIALING: DialingSettings = {
  ...DEFAULT_DIALING,
  machineDetection: "wait",
  machineReaction: "leave_message",
};

type Area = Pick<Handlers, "sample.install">;

/** A first campaign to try: its contacts have numbers that are kept for fiction. */
export function sampleHandlers({ store, dialer, clock, emit }: Services): Area {
  return {
    "sample.install": async () => {
      const now = clock.now();
      const audienceId = await createSampleAudience(store.file, now);
      const flowId = await store.flows.create(sampleFlow(), now);
      const draft = {
        name: "Sample campaign",
        flowId,
        audienceId,
        scheduledStart: null,
        dialing: SAMPLE_DIALING,
        callerId: null,
      };
      const id = await store.campaigns.create(draft, now);
      emit("audiences.changed", null);
      emit("flows.changed", null);
      emit("campaign.changed", { id });
      return { ...(await store.campaigns.get(id)), live: await dialer.live(id) };
    },
  };
}

async function createSampleAudience(storeFile: string, now: Instant): Promise<AudienceId> {
  const { name, variables, contacts } = SAMPLE_AUDIENCE;
  const writer = await openContactWriter(storeFile, { kind: "new", name }, variables, now);
  await writer.insert(
    contacts.map((contact, index) => ({
      ...contact,
      ...numberFacts(contact.phone),
      line: index + 1,
    })),
  );
  return writer.commit();
}
