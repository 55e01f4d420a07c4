import { AppFailure, type Result } from "../../shared/app-error";
import type { Campaign, CampaignDraft } from "../../shared/campaign";
import type { CampaignId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import { instantOf } from "../../shared/time-zone";
import type { WhyNotCalled } from "../../shared/why-not-called";
import { accountLimits } from "./account-limits";
import type { ActivityArea } from "./activity";
import { rulesOf } from "../dialing/contact-gates";
import { estimateStart } from "../dialing/start-estimate";
import type { Handlers } from "../ipc/answer";
import type { StoredCampaign } from "../storage";
import type { Services } from "./services";

type Area = Pick<
  Handlers,
  Exclude<Extract<keyof Handlers, `campaigns.${string}`>, keyof ActivityArea>
>;

export function campaignHandlers(services: Services): Area {
  const { store, dialer, clock, emit, settings } = services;
  const { campaigns } = store;

  const withLive = async (row: StoredCampaign): Promise<Campaign> => ({
    ...row,
    live: await dialer.live(row.id),
  });
  const campaign = async (id: CampaignId) => withLive(await campaigns.get(id));

  /** The dialer tells of the change itself; here only the fault is handed on. */
  const carryOut = async (id: CampaignId, action: Promise<Result<void>>): Promise<Campaign> => {
    const result = await action;
    if (!result.ok) throw new AppFailure(result.error);
    return campaign(id);
  };

  return {
    "campaigns.list": async () => Promise.all((await campaigns.list()).map(withLive)),
    "campaigns.get": ({ id }) => campaign(id),

    "campaigns.create": async (draft) => {
      refusePastStart(draft, clock.now());
      const id = await campaigns.create(draft, clock.now());
      dialer.scheduleChanged(id);
      emit("campaign.changed", { id });
      return campaign(id);
    },
    "campaigns.update": async ({ id, draft }) => {
      refusePastStart(draft, clock.now());
      await campaigns.update(id, draft, clock.now());
      dialer.scheduleChanged(id);
      emit("campaign.changed", { id });
      return campaign(id);
    },
    "campaigns.delete": async ({ id }) => {
      await campaigns.delete(id);
      dialer.scheduleChanged(id);
      emit("campaign.removed", { id });
      return null;
    },

    "campaigns.estimate": async ({ audienceId, flowId, dialing, scheduledStart }) => {
      const { contacts } = await store.audiences.get(audienceId);
      const { content: flow } = await store.flows.get(flowId);
      const quota = await dialer.quotaFor({ contacts });
      return estimateStart({
        contacts,
        flow,
        dialing,
        scheduledStart,
        account: accountLimits(settings.current),
        quota,
        callingHours: rulesOf(dialing, settings.current).callingHours,
        whereabouts: await store.audiences.whereabouts(audienceId),
        now: clock.now(),
      });
    },

    "campaigns.start": ({ id }) => carryOut(id, dialer.start(id)),
    "campaigns.pause": ({ id }) => carryOut(id, dialer.pause(id)),
    "campaigns.resume": ({ id }) => carryOut(id, dialer.resume(id)),
    "campaigns.cancel": ({ id }) => carryOut(id, dialer.cancel(id)),
    "campaigns.whyNotCalled": async ({ contactId, campaignId }) => {
      const asked =
        campaignId === null
          ? await campaigns.namesFor(contactId)
          : [await campaigns.get(campaignId)];
      const standings = await Promise.all(
        asked.map(async ({ id, name, status }): Promise<WhyNotCalled | null> => {
          const standing = await dialer.whyNotCalled(id, contactId);
          const named = { campaignId: id, campaignName: name, campaignStatus: status };
          return standing && { ...named, ...standing };
        }),
      );
      return standings.filter((standing) => standing !== null);
    },
    "campaigns.starts": ({ id }) => campaigns.startsPerMinute(id, clock.now()),
  };
}

/** @throws AppFailure for a time that has passed, or that no calendar has */
function refusePastStart({ scheduledStart }: CampaignDraft, now: Instant): void {
  if (!scheduledStart) return;
  const refuse = (message: string): never => {
    throw new AppFailure({ kind: "invalid-input", field: "scheduledStart.local", message });
  };
  let at: Instant;
  try {
    at = instantOf(scheduledStart.local, scheduledStart.timeZone).at;
  } catch {
    return refuse("There is no such date. Choose another.");
  }
  if (at <= now) {
    refuse("This time has passed. Choose a later one, or leave it blank to start by hand.");
  }
}
