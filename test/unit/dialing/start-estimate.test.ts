import { expect, it } from "vitest";
import { estimateStart, type EstimateInput } from "../../../src/main/dialing/start-estimate";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import type { FlowContent } from "../../../src/shared/flow";

const input: EstimateInput = {
  contacts: 24,
  flow: { kind: "script", steps: [{ kind: "hang_up" }] },
  dialing: DEFAULT_DIALING,
  scheduledStart: null,
  account: { callsPerSecond: 1, concurrentCalls: null },
  quota: { minutes: 1_000, used: 0, reserved: 0 },
  now: Date.UTC(2027, 0, 1),
};

it("leaves it to the limit that binds to say that calls at once bind, and does not warn of it as well", () => {
  const estimate = estimateStart(input);
  expect(estimate.bound).toBe("concurrency");
  expect(estimate.warnings).toEqual([]);
});

it("warns that the account's own limits are missed", () => {
  const dialing = { ...DEFAULT_DIALING, callsPerMinute: 90, maxConcurrentCalls: 2_000 };
  const account = { callsPerSecond: 1, concurrentCalls: 1_000 };
  expect(estimateStart({ ...input, dialing, account }).warnings).toEqual([
    "The account starts at most 1 call a second, so at most 60 a minute are reached.",
    "The account allows 1,000 calls at once, fewer than Max Concurrent Calls.",
  ]);
});

it("warns that machines cannot be left a message that is not written", () => {
  const leaving = {
    ...DEFAULT_DIALING,
    machineDetection: "wait" as const,
    machineReaction: "leave_message" as const,
  };
  const warned = [expect.stringMatching(/^The flow has no message for machines/)];
  const warnings = (flow: EstimateInput["flow"], dialing: EstimateInput["dialing"] = leaving) =>
    estimateStart({ ...input, dialing, flow }).warnings;
  expect(warnings(input.flow)).toEqual(warned);
  expect(warnings({ kind: "twiml-address", url: "https://example.com/" })).toEqual(warned);
  const machineMessage = { text: "Please call back.", language: "en-US" };
  const written: FlowContent = { kind: "script", steps: [{ kind: "hang_up" }], machineMessage };
  expect(warnings(written)).toEqual([]);
  expect(warnings(input.flow, { ...leaving, machineDetection: "off" })).toEqual([]);
  expect(warnings(input.flow, { ...leaving, machineReaction: "talk" })).toEqual([]);
});

it("says when a start begins whose local time the clocks skip or show twice", () => {
  const note = (local: string) => {
    const scheduledStart = { local, timeZone: "America/New_York" };
    return estimateStart({ ...input, scheduledStart }).schedule?.note;
  };
  expect(note("2027-03-14T02:30")).toMatch(/put forward over this time: it starts at 03:30 there/);
  expect(note("2027-11-07T01:30")).toMatch(/starts the first time, one hour before 01:30 comes/);
});
