import { describe, expect, it } from "vitest";
import {
  retrySentences,
  type RetrySettings,
} from "../../../../src/renderer/features/campaigns/retry-sentences";
import { machineSentence } from "../../../../src/renderer/features/campaigns/machine-sentence";
import { DEFAULT_DIALING } from "../../../../src/shared/campaign";
import type { RetryRules } from "../../../../src/shared/retry-rules";

const said = (rules: Partial<RetryRules>, given: Partial<RetrySettings> = {}) =>
  retrySentences({
    ...DEFAULT_DIALING,
    retryRules: { ...DEFAULT_DIALING.retryRules, ...rules },
    ...given,
  });

describe("how contacts are dialed again, in sentences", () => {
  it("says how often a contact is dialed at most", () => {
    expect(said({})).toEqual([
      "A contact that is not reached is dialed at most 4 times, 5 minutes after the attempt before.",
    ]);
    expect(said({}, { retryDelayMinutes: 0 })[0]).toMatch(/as soon as the pace allows/);
    expect(said({}, { maxRetries: 0 })).toEqual([
      "Every contact is dialed once: nobody is tried again.",
    ]);
  });

  it.each([
    [5, [2, 4, 8], "Busy: up to 5 retries, after 2, 4 and then 8 minutes each."],
    [3, [2, 4, 8], "Busy: up to 3 retries, after 2, 4 and 8 minutes."],
    [2, [2, 4, 8], "Busy: up to 2 retries, after 2 and 4 minutes."],
    [1, [], "Busy: up to 1 retry, after 5 minutes."],
    [null, [60], "Busy: up to 6 retries, after 60 minutes."],
    [9, [0], "Busy: up to 6 retries, as soon as the pace allows."],
    [0, [], "Busy: no retries."],
  ])("tells a rule of %s retries after %s", (retries, delaysMinutes, sentence) => {
    expect(said({ busy: { retries, delaysMinutes } }, { maxRetries: 6 }).slice(1)).toEqual([
      sentence,
    ]);
  });

  it("tells of machines only where they are called again", () => {
    expect(said({ machine: { retries: null, delaysMinutes: [] } })[1]).toBe(
      "Answering machine: up to 3 retries, after 5 minutes.",
    );
  });

  it("tells that retries come at other times of day", () => {
    expect(said({}, { retryAtOtherTimesOfDay: true })[1]).toBe(
      "Each retry waits for another time of day: morning (8–12), afternoon (12–17), evening (17–21).",
    );
  });

  it("tells what a machine hears", () => {
    const machineDetection = "wait" as const;
    expect(machineSentence({ machineDetection: "off", machineReaction: "hang_up" })).toBeNull();
    expect(machineSentence({ machineDetection, machineReaction: "talk" })).toMatch(
      /hears the flow/,
    );
    expect(machineSentence({ machineDetection, machineReaction: "hang_up" })).toMatch(/hung up on/);
    expect(machineSentence({ machineDetection, machineReaction: "leave_message" })).toMatch(
      /is left the flow's message/,
    );
  });
});
