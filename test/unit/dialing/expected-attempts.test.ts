import { expect, test } from "vitest";
import { expectedAttempts, longestDelay } from "../../../src/main/dialing/expected-attempts";
import { DEFAULT_DIALING, type DialingSettings } from "../../../src/shared/campaign";
import type { RetryRules } from "../../../src/shared/retry-rules";

const withRules = (rules: Partial<RetryRules>, given: Partial<DialingSettings> = {}) => ({
  ...DEFAULT_DIALING,
  ...given,
  retryRules: { ...DEFAULT_DIALING.retryRules, ...rules },
});
const never = { retries: 0, delaysMinutes: [] };

test("expects more dials a contact, the more outcomes are retried and the more often", () => {
  expect(expectedAttempts({ ...DEFAULT_DIALING, maxRetries: 0 })).toBe(1);
  expect(expectedAttempts(DEFAULT_DIALING)).toBeCloseTo(1 + 0.3 + 0.09 + 0.027);
  expect(expectedAttempts(withRules({ busy: never }))).toBeCloseTo(
    1 + 0.24 + 0.24 ** 2 + 0.24 ** 3,
  );
  const once = { retries: 1, delaysMinutes: [] };
  const onceEach = withRules({ no_answer: once, busy: once, network_error: once });
  expect(expectedAttempts(onceEach)).toBeCloseTo(1.3);
});

test("expects machines to be dialed again only where they are told from people", () => {
  const machine = { retries: 1, delaysMinutes: [] };
  const nothingElse = { no_answer: never, busy: never, network_error: never, machine };
  expect(expectedAttempts(withRules(nothingElse))).toBe(1);
  const detected = withRules(nothingElse, { machineDetection: "wait" });
  expect(expectedAttempts(detected)).toBeCloseTo(1.15);
});

test("knows the longest delay that a retry can have", () => {
  expect(longestDelay(DEFAULT_DIALING)).toBe(5);
  expect(longestDelay({ ...DEFAULT_DIALING, maxRetries: 0 })).toBe(0);
  const busy = { retries: 2, delaysMinutes: [2, 30, 600] };
  expect(longestDelay(withRules({ busy }))).toBe(30);
  expect(longestDelay(withRules({ no_answer: never, network_error: never, busy: never }))).toBe(0);
});
