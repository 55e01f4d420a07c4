import type { LiveFigures } from "../../shared/campaign";
import type { CampaignId } from "../../shared/ids";
import type { ContactRules } from "./contact-gates";
import type { CallerIds, Carrier, Clock, DialingStore, QuotaBook, Random } from "./ports";
import type { AccountLimits } from "./start-estimate";

/** Messages hold no phone numbers, names or credentials. */
export interface DialerLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, fault?: unknown): void;
}

/** All that the dialer reaches the world by. */
export interface DialerEnvironment {
  readonly clock: Clock;
  readonly random: Random;
  readonly carrier: Carrier;
  readonly store: DialingStore;
  readonly quota: QuotaBook;
  readonly callerIds: CallerIds;
  /** Where the supervisor is: times of day are by its clocks where the contact's zone is not known. */
  readonly timeZone: string;
  /** As the settings have them at the moment. */
  readonly accountLimits: () => AccountLimits;
  readonly contactRules: () => ContactRules;
  /** At most four times a second and campaign. */
  readonly onLive: (figures: LiveFigures) => void;
  /** Rows of its Calls section changed; at most twice a second and campaign. */
  readonly onCallsChanged: (id: CampaignId) => void;
  /** Its status or activity changed. */
  readonly onCampaignChanged: (id: CampaignId) => void;
  readonly log: DialerLog;
}
