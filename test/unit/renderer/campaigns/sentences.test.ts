import { describe, expect, it } from "vitest";
import {
  concurrencySentence,
  startSentence,
} from "../../../../src/renderer/features/campaigns/estimate-sentences";
import { EMPTY_FORM } from "../../../../src/renderer/features/campaigns/form/form-values";
import {
  estimateSentences,
  settingsSentences,
} from "../../../../src/renderer/features/campaigns/form/summary-sentences";
import { quotaShortage } from "../../../../src/renderer/features/campaigns/quota-shortage";
import { DEFAULT_DIALING, type StartEstimate } from "../../../../src/shared/campaign";
import { HOUR } from "../../../../src/shared/instant";

const estimate: StartEstimate = {
  contacts: 4_812,
  durationMinutes: 480,
  withinHours: null,
  callMinutes: 6_100,
  callMinutesNeeded: 4_812,
  quota: { minutes: 10_000, used: 0, reserved: 0, remaining: 10_000 },
  enoughQuota: true,
  expectedCallsPerMinute: 10,
  bound: "pace",
  schedule: null,
  warnings: [],
};

describe("what a start means, in sentences", () => {
  it("gives contacts, time and minutes before it is confirmed", () => {
    expect(startSentence(estimate)).toBe(
      "4,812 contacts, about 8 h, about 6,100 minutes of 10,000 left",
    );
  });

  it("says how long calls may take for the pace to hold", () => {
    expect(concurrencySentence(10, 5)).toBe(
      "10 a minute with 5 at once holds only while a call takes 30 s or less.",
    );
  });

  it("gives a start in another zone there and here", () => {
    const at = Date.UTC(2027, 4, 5, 13, 30);
    const scheduledStart = { local: "2027-05-05T09:30", timeZone: "America/New_York" };
    const sentences = estimateSentences(
      { ...estimate, schedule: { at, note: null } },
      { dialing: DEFAULT_DIALING, scheduledStart },
      "Europe/Berlin",
      Date.UTC(2027, 4, 4),
    );
    expect(sentences).toContain(
      "It starts by itself on 5 May 2027, 09:30 (America/New_York) and is through about 17:30 there.",
    );
    expect(sentences).toContain("That is 5 May, 15:30 here.");
  });

  it("gives the first and the last hour of dialing within calling hours", () => {
    const now = Date.UTC(2027, 4, 4, 20);
    const withinHours = { firstCallAt: now + 11 * HOUR, lastCallAt: now + 20 * HOUR };
    const said = (given: Partial<StartEstimate>) =>
      estimateSentences(
        { ...estimate, ...given },
        { dialing: DEFAULT_DIALING, scheduledStart: null },
        "UTC",
        now,
      );
    expect(said({ withinHours })).toContain(
      "Within calling hours the first call starts about 5 May, 07:00 and the last about 16:00.",
    );
    expect(said({ withinHours: { ...withinHours, firstCallAt: now } }).join(" ")).toMatch(
      /the first call starts at once/,
    );
    expect(said({ withinHours: { firstCallAt: null, lastCallAt: null } }).join(" ")).toMatch(
      /nobody could be called/,
    );
  });

  it("does not say that it starts at a time that has passed", () => {
    const at = Date.UTC(2020, 0, 1);
    const scheduledStart = { local: "2020-01-01T00:00", timeZone: "UTC" };
    const sentences = estimateSentences(
      { ...estimate, schedule: { at, note: "This time has passed." } },
      { dialing: DEFAULT_DIALING, scheduledStart },
      "UTC",
      Date.UTC(2026, 0, 1),
    );
    expect(sentences.join(" ")).not.toMatch(/starts/);
  });

  it("leaves out what follows from fields that cannot be used", () => {
    expect(settingsSentences(EMPTY_FORM)).toHaveLength(2);
    expect(settingsSentences({ ...EMPTY_FORM, maxRetries: 99 })).toHaveLength(1);
    expect(settingsSentences({ ...EMPTY_FORM, callsPerMinute: "" })).toHaveLength(1);
  });

  it("gives the figures when the minutes do not suffice", () => {
    const short = {
      ...estimate,
      quota: { minutes: 10_000, used: 9_000, reserved: 800, remaining: 200 },
    };
    expect(quotaShortage(short).message).toBe(
      "Too few call minutes remain, so the campaign cannot start: it needs 4,812, and 200 of 10,000 are left (9,000 used, 800 reserved by running campaigns).",
    );
  });
});
