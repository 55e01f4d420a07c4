import { createTwilioCarrier } from "../../src/main/carrier";
import { Dialer } from "../../src/main/dialing/dialer";
import type { Store } from "../../src/main/storage";
import type { LineTime } from "../../src/main/line";
import type { Credentials } from "../../src/shared/settings";

export interface LineToDial {
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
}

/** The dialer as it is wired in the application, over HTTP to a carrier on this computer. */
export function dialerOverHttp(
  store: Store,
  { url, accountSid, authToken }: LineToDial,
  { clock, requestTimeOut }: LineTime,
  onError: (message: string, fault?: unknown) => void,
): Dialer {
  const credentials: Credentials = { accountSid, apiKeySid: null, secret: authToken };
  const carrier = createTwilioCarrier({
    ...credentials,
    baseUrl: url,
    now: () => clock.now(),
    requestTimeOut,
    instructionsFor: (campaignId, contactId) => store.instructions(campaignId, contactId),
  });
  return new Dialer({
    clock,
    random: Math.random,
    carrier,
    store: store.dialing,
    quota: { minutes: () => Promise.resolve({ quota: 100_000_000, used: 0 }) },
    callerIds: carrier,
    timeZone: "UTC",
    contactRules: () => ({ callingHours: null, attemptLimits: [] }),
    accountLimits: () => ({ callsPerSecond: 100, concurrentCalls: null }),
    onLive: () => undefined,
    onCallsChanged: () => undefined,
    onCampaignChanged: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: onError },
  });
}
