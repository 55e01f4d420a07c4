import { expect, it } from "vitest";
import { estimateStart, type EstimateInput } from "../../../src/main/dialing/start-estimate";
import { dailyHours, type CallingHours } from "../../../src/shared/calling-hours";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import type { FlowContent } from "../../../src/shared/flow";

const input: EstimateInput = {
  contacts: 24,
  flow: { kind: "script", steps: [{ kind: "hang_up" }] },
  dialing: DEFAULT_DIALING,
  scheduledStart: null,
  account: { callsPerSecond: 1, concurrentCalls: null },
  quota: { minutes: 1_000, used: 0, reserved: 0 },
  callingHours: null,
  whereabouts: [],
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

const hours = (zone: CallingHours["zone"]): CallingHours => ({
  slots: dailyHours("09:00", "17:00", [1, 2, 3, 4, 5]),
  zone,
  timeZone: "UTC",
});
const at = (iso: string) => Date.parse(iso);

/** Ten calls a minute are reached, 1.4 dials a contact. */
function withHours(contacts: number, given: Partial<EstimateInput>) {
  const dialing = { ...DEFAULT_DIALING, maxConcurrentCalls: 100, maxRetries: 0 };
  const whereabouts = [{ timeZones: ["UTC"], contacts }];
  return estimateStart({ ...input, contacts, dialing, whereabouts, ...given });
}

it("knows nothing of first and last hours where calls may start at any time", () => {
  expect(withHours(100, { callingHours: null }).withinHours).toBeNull();
});

it("begins when calling hours do, and leaves nights and weekends out", () => {
  // A Friday; 4,800 calls at 10 a minute are 8 hours: one of that Friday, seven of the Monday.
  const now = at("2027-01-15T16:00Z");
  expect(withHours(4_800, { callingHours: hours("campaign"), now }).withinHours).toEqual({
    firstCallAt: now,
    lastCallAt: at("2027-01-18T16:00Z"),
  });
  const night = at("2027-01-15T20:00Z");
  expect(withHours(10, { callingHours: hours("campaign"), now: night }).withinHours).toEqual({
    firstCallAt: at("2027-01-18T09:00Z"),
    lastCallAt: at("2027-01-18T09:01Z"),
  });
});

it("goes on to where it is still day", () => {
  const now = at("2027-01-13T16:00Z");
  const whereabouts = [
    { timeZones: ["UTC"], contacts: 600 },
    { timeZones: ["America/Los_Angeles"], contacts: 600 },
  ];
  // An hour in UTC, then, from 17:00 on, an hour in Los Angeles.
  expect(
    withHours(1_200, { callingHours: hours("contact"), now, whereabouts }).withinHours,
  ).toEqual({ firstCallAt: now, lastCallAt: at("2027-01-13T18:00Z") });
});

it("foretells months week by week", () => {
  const now = at("2027-01-11T09:00Z");
  // 40 hours of dialing a week: 24,000 calls.
  const { withinHours } = withHours(239_990, { callingHours: hours("campaign"), now });
  expect(withinHours?.lastCallAt).toBe(at("2027-03-19T16:59Z"));
});

it("says that nobody could be called, and of how many the zone is not known", () => {
  const callingHours = hours("contact");
  const nowhere = [{ timeZones: [], contacts: 24 }];
  const estimate = withHours(24, { callingHours, whereabouts: nowhere });
  expect(estimate.withinHours).toEqual({ firstCallAt: null, lastCallAt: null });
  expect(estimate.warnings).toEqual([
    "The time zone of 24 of 24 contacts is not known: with calling hours by each contact's own time they are not called.",
  ]);
  const byCampaign = withHours(24, {
    callingHours: hours("contact-or-campaign"),
    whereabouts: nowhere,
  });
  expect(byCampaign.warnings).toEqual([
    "The time zone of 24 of 24 contacts is not known: they are called by the campaign's time, UTC.",
  ]);
});
