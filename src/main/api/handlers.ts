import type { Handlers } from "../ipc/answer";
import { activityHandlers } from "./activity";
import { audienceCopyHandlers } from "./audience-copies";
import { audienceHandlers } from "./audiences";
import { callHandlers } from "./calls";
import { campaignHandlers } from "./campaigns";
import { contactHandlers } from "./contacts";
import { doNotCallHandlers } from "./do-not-call";
import { flowHandlers } from "./flows";
import { sampleHandlers } from "./sample";
import type { Services } from "./services";
import { settingsHandlers } from "./settings";
import { usageHandlers } from "./usage";

/** A handler for each request of the contract: the type check fails where one is missing. */
export function createHandlers(services: Services): Handlers {
  return {
    ...settingsHandlers(services),
    ...campaignHandlers(services),
    ...activityHandlers(services),
    ...callHandlers(services),
    ...audienceHandlers(services),
    ...audienceCopyHandlers(services),
    ...contactHandlers(services),
    ...flowHandlers(services),
    ...doNotCallHandlers(services),
    ...usageHandlers(services),
    ...sampleHandlers(services),
  };
}
