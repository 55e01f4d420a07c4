import type { Settings } from "../../shared/settings";

const figure = (value: number) => value.toLocaleString("en-US");

/** How settings that campaigns dial by have changed, a sentence each: for their activity logs. */
export function changedDialingSettings(before: Settings, after: Settings): readonly string[] {
  return [
    before.quotaMinutes === after.quotaMinutes
      ? null
      : `The quota was changed from ${figure(before.quotaMinutes)} to ${figure(after.quotaMinutes)} minutes.`,
    before.accountCallsPerSecond === after.accountCallsPerSecond
      ? null
      : `The account's calls per second were changed from ${figure(before.accountCallsPerSecond)} to ${figure(after.accountCallsPerSecond)}.`,
    before.accountConcurrentCalls === after.accountConcurrentCalls
      ? null
      : `The account's calls at once were changed from ${limit(before.accountConcurrentCalls)} to ${limit(after.accountConcurrentCalls)}.`,
  ].filter((sentence) => sentence !== null);
}

const limit = (value: number | null) => (value === null ? "no limit" : figure(value));
