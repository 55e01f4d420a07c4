import { expect, test } from "vitest";
import { changedContactRules, changedLimits } from "../../../src/main/api/changed-settings";
import { defaultSettings } from "../../../src/main/api/default-settings";

const BEFORE = { ...defaultSettings("live", "UTC"), callingHours: null, attemptLimits: [] };

test("says which of the account's limits changed, from what to what", () => {
  expect(changedLimits(BEFORE, { ...BEFORE, keepAwake: !BEFORE.keepAwake })).toEqual([]);
  const after = { ...BEFORE, quotaMinutes: 12_000, accountConcurrentCalls: 40 };
  expect(changedLimits(BEFORE, after)).toEqual([
    "The quota of call minutes was changed from 10,000 to 12,000.",
    "The account's calls at once were changed from no limit to 40.",
  ]);
  expect(changedLimits(after, { ...after, accountCallsPerSecond: 5 })).toEqual([
    "The account's calls per second were changed from 1 to 5.",
  ]);
});

test("says that it was changed whom campaigns may call when", () => {
  expect(changedContactRules(BEFORE, { ...BEFORE, attemptLimits: [] })).toBeNull();
  const hours = {
    slots: [{ weekday: 1, from: "09:00", to: "18:00" }],
    zone: "contact" as const,
    timeZone: "UTC",
  };
  const limited = { ...BEFORE, attemptLimits: [{ attempts: 3, hours: 24 }] };
  expect(changedContactRules(BEFORE, { ...limited, callingHours: hours })).toBe(
    "The calling hours in Settings were changed. The limits of calls to a number were changed: at most 3 within 24 h.",
  );
  expect(changedContactRules({ ...BEFORE, callingHours: hours }, BEFORE)).toBe(
    "The calling hours in Settings were taken away.",
  );
  expect(changedContactRules(limited, BEFORE)).toMatch(/changed: none\.$/);
});
