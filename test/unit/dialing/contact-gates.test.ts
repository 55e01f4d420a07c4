import { describe, expect, test } from "vitest";
import {
  CONTACT_GATES,
  isWithinAttemptLimits,
  isWithinCallingHours,
  passContactGates,
  rulesOf,
  startLimits,
  startsCountFrom,
  type ContactSituation,
} from "../../../src/main/dialing/contact-gates";
import type { CallingHours } from "../../../src/shared/calling-hours";
import { commonWindow } from "../../../src/shared/common-window";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import { HOUR } from "../../../src/shared/instant";
import { phoneNumber } from "../../../src/shared/phone-number";

// A Monday: 12:00 in London, 7:00 in New York, 4:00 in Los Angeles.
const NOW = Date.parse("2027-01-11T12:00Z");
const NINE_TO_FIVE: CallingHours = {
  slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", to: "17:00" })),
  zone: "contact",
  timeZone: "Europe/London",
};

interface Given {
  readonly contact?: Partial<ContactSituation["contact"]>;
  readonly rules?: Partial<ContactSituation["rules"]>;
  readonly isOnCall?: boolean;
}

const situation = ({ contact, rules, isOnCall = false }: Given = {}): ContactSituation => ({
  now: NOW,
  contact: {
    phone: phoneNumber.parse("+12015550101"),
    timeZones: ["America/New_York"],
    suppression: null,
    startsToNumber: [],
    ...contact,
  },
  rules: { callingHours: null, attemptLimits: [], ...rules },
  windowIn: ({ slots }, zones) => commonWindow(slots, zones, NOW),
  isOnCall,
});

test("a contact of whom nothing is amiss may be called", () => {
  expect(passContactGates(situation())).toEqual({ kind: "open" });
});

test("a number on the do-not-call list is never called, or not before its entry expires", () => {
  const listed = (until: number | null) =>
    passContactGates(situation({ contact: { suppression: { until } } }));
  expect(listed(null)).toMatchObject({ kind: "never", outcome: "do_not_call" });
  expect(listed(NOW + 1)).toEqual({ kind: "waits", waitsFor: "do-not-call", until: NOW + 1 });
  expect(listed(NOW)).toEqual({ kind: "open" });
});

describe("calling hours", () => {
  const inZones = (timeZones: readonly string[], hours: Partial<CallingHours> = {}) =>
    isWithinCallingHours(
      situation({ contact: { timeZones }, rules: { callingHours: { ...NINE_TO_FIVE, ...hours } } }),
    );

  test("are those of the contact's own zone", () => {
    expect(inZones(["Europe/London"])).toEqual({ kind: "open" });
    const until = Date.parse("2027-01-11T14:00Z");
    expect(inZones(["America/New_York"])).toEqual({
      kind: "waits",
      waitsFor: "calling-hours",
      until,
    });
  });

  test("that never are in all zones of the contact at once end it: it could not be called", () => {
    expect(inZones(["Asia/Tokyo", "America/New_York"])).toMatchObject({
      kind: "never",
      outcome: "time_zone_unknown",
    });
  });

  test("hold in every zone in which the contact may be", () => {
    const until = Date.parse("2027-01-11T17:00Z");
    expect(inZones(["America/New_York", "America/Los_Angeles"])).toMatchObject({
      kind: "waits",
      until,
    });
  });

  test("go by the campaign's zone where the contact's is not known, or nobody's counts", () => {
    expect(inZones([], { zone: "contact-or-campaign" })).toEqual({ kind: "open" });
    expect(inZones(["America/New_York"], { zone: "campaign" })).toEqual({ kind: "open" });
    const inParis = { timeZone: "Asia/Tokyo", zone: "contact-or-campaign" } as const;
    expect(inZones([], inParis)).toMatchObject({ kind: "waits" });
  });

  test("are never where the zone is not known and no other counts", () => {
    expect(inZones([])).toMatchObject({ kind: "never", outcome: "time_zone_unknown" });
  });

  test("are the campaign's own where it has some, or none", () => {
    const rules = { callingHours: NINE_TO_FIVE, attemptLimits: [] };
    const own = { ...NINE_TO_FIVE, timeZone: "Asia/Tokyo" };
    expect(rulesOf(DEFAULT_DIALING, rules)).toBe(rules);
    expect(rulesOf({ ...DEFAULT_DIALING, callingHours: own }, rules).callingHours).toBe(own);
    expect(rulesOf({ ...DEFAULT_DIALING, callingHours: null }, rules).callingHours).toBeNull();
  });
});

describe("attempt limits", () => {
  const after = (
    hoursAgo: readonly number[],
    ...attemptLimits: { attempts: number; hours: number }[]
  ) =>
    isWithinAttemptLimits(
      situation({
        contact: { startsToNumber: hoursAgo.map((hours) => NOW - hours * HOUR) },
        rules: { attemptLimits },
      }),
    );

  test("let the number be called again when enough calls are long enough ago", () => {
    const daily = { attempts: 3, hours: 24 };
    expect(after([1, 2], daily)).toEqual({ kind: "open" });
    expect(after([2, 23, 1], daily)).toEqual({
      kind: "waits",
      waitsFor: "attempt-limit",
      until: NOW + HOUR,
    });
    expect(after([1, 2, 24], daily)).toEqual({ kind: "open" });
  });

  test("hold each, and the latest decides", () => {
    const daily = { attempts: 1, hours: 24 };
    const weekly = { attempts: 2, hours: 168 };
    expect(after([1, 2], daily, weekly)).toMatchObject({ until: NOW + 166 * HOUR });
    expect(after([1], daily, weekly)).toMatchObject({ until: NOW + 23 * HOUR });
  });

  test("say how far back calls count, and what the store is to hold at the claim", () => {
    const rules = {
      callingHours: null,
      attemptLimits: [
        { attempts: 1, hours: 24 },
        { attempts: 2, hours: 168 },
      ],
    };
    expect(startsCountFrom(rules, NOW)).toBe(NOW - 168 * HOUR);
    expect(startsCountFrom({ ...rules, attemptLimits: [] }, NOW)).toBeNull();
    expect(startLimits(rules, NOW)).toEqual([
      { starts: 1, since: NOW - 24 * HOUR },
      { starts: 2, since: NOW - 168 * HOUR },
    ]);
  });
});

test("a contact whose number is on a call has to wait for its end", () => {
  expect(passContactGates(situation({ isOnCall: true }))).toEqual({ kind: "on-call" });
});

test("of several closed gates the first one speaks", () => {
  const closed = situation({
    contact: { suppression: { until: null }, timeZones: ["America/New_York"] },
    rules: { callingHours: NINE_TO_FIVE },
    isOnCall: true,
  });
  expect(passContactGates(closed)).toMatchObject({ kind: "never" });
  const verdicts = CONTACT_GATES.map(({ name, verdictOn }) => [name, verdictOn(closed).kind]);
  expect(verdicts).toEqual([
    ["do-not-call", "never"],
    ["calling-hours", "waits"],
    ["attempt-limit", "open"],
    ["open-attempt", "on-call"],
  ]);
});
