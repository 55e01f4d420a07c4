import { expect, test } from "vitest";
import { storedDialing } from "../../../src/main/storage/repositories/stored-dialing";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";

/** As 0.1 wrote them. */
const OLD = {
  callsPerMinute: 12,
  maxConcurrentCalls: 4,
  maxRetries: 2,
  retryDelayMinutes: 30,
  callTimeoutMinutes: 5,
  ringTimeoutSeconds: 30,
  hungUpWithinSeconds: 5,
};

test.each([
  ["off", { machineDetection: "off", machineReaction: "talk" }],
  ["detect", { machineDetection: "wait", machineReaction: "talk" }],
  ["hang_up", { machineDetection: "wait", machineReaction: "hang_up" }],
])("a campaign stored before there were rules, detection: %s, goes on as it did", (old, now) => {
  const dialing = storedDialing(JSON.stringify({ ...OLD, machineDetection: old }));
  expect(dialing).toEqual({ ...DEFAULT_DIALING, ...OLD, ...now });
});

test("settings come back as they were stored", () => {
  const dialing = {
    ...DEFAULT_DIALING,
    machineDetection: "meanwhile" as const,
    machineReaction: "leave_message" as const,
    retryAtOtherTimesOfDay: true,
    retryRules: {
      ...DEFAULT_DIALING.retryRules,
      busy: { retries: 5, delaysMinutes: [2, 4, 8] },
    },
  };
  expect(storedDialing(JSON.stringify(dialing))).toEqual(dialing);
});

test("what is no settings at all is refused", () => {
  expect(() => storedDialing("{}")).toThrow();
  expect(() => storedDialing(JSON.stringify({ ...OLD, machineDetection: "sometimes" }))).toThrow();
});
