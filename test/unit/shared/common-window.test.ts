import fc from "fast-check";
import { expect, test } from "vitest";
import { callingWindow, dailyHours } from "../../../src/shared/calling-hours";
import { commonWindow } from "../../../src/shared/common-window";
import { HOUR } from "../../../src/shared/instant";

const at = (iso: string) => Date.parse(iso);
const NINE_TO_FIVE = dailyHours("09:00", "17:00");

test("opens when the last of the zones does, while the others are open still", () => {
  // 9:00 in Los Angeles, 12:00 in New York.
  const coasts = ["America/New_York", "America/Los_Angeles"];
  expect(commonWindow(NINE_TO_FIVE, coasts, at("2027-01-11T06:00Z"))).toMatchObject({
    open: false,
    until: at("2027-01-11T17:00Z"),
    zone: "America/Los_Angeles",
  });
  expect(commonWindow(NINE_TO_FIVE, coasts, at("2027-01-11T17:00Z"))).toEqual({
    open: true,
    from: at("2027-01-11T17:00Z"),
    until: at("2027-01-11T22:00Z"),
    zone: null,
  });
});

test("waits for a day on which they are open together", () => {
  // Together only where a slot of Monday in one meets a slot of Sunday in the other.
  const slots = [
    { weekday: 7, from: "20:00", to: "24:00" },
    { weekday: 1, from: "09:00", to: "13:00" },
  ];
  const zones = ["Asia/Tokyo", "America/New_York"];
  expect(commonWindow(slots, zones, at("2027-01-13T00:00Z")).until).toBe(at("2027-01-18T01:00Z"));
});

test("never opens where hours on both sides of the world do not meet", () => {
  const zones = ["Asia/Tokyo", "America/New_York"];
  expect(commonWindow(NINE_TO_FIVE, zones, at("2027-01-11T00:00Z")).until).toBeNull();
});

const zone = fc.constantFrom("Europe/London", "America/New_York", "Asia/Kolkata", "Asia/Tokyo");

test("what it says of a moment is so until the moment that it names, in every zone", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(zone, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: at("2027-01-01T00:00Z"), max: at("2027-12-01T00:00Z") }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (zones, from, length, now, share) => {
        const hour = (of: number) => `${String(of).padStart(2, "0")}:00`;
        const slots = dailyHours(hour(from), hour(from + length));
        const isOpen = (moment: number) =>
          zones.every((one) => callingWindow(slots, one, moment).open);
        const window = commonWindow(slots, zones, now);
        expect(isOpen(now)).toBe(window.open);
        const end = window.until ?? now + 24 * HOUR;
        expect(isOpen(Math.floor(now + (end - now) * share))).toBe(window.open);
        expect(isOpen(end - 1)).toBe(window.open);
        if (window.until !== null) expect(isOpen(window.until)).toBe(!window.open);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
