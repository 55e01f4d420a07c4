import type { Settings } from "../../shared/settings";
import type { AccountLimits } from "../dialing/start-estimate";

export const accountLimits = (settings: Settings): AccountLimits => ({
  callsPerSecond: settings.accountCallsPerSecond,
  concurrentCalls: settings.accountConcurrentCalls,
});
