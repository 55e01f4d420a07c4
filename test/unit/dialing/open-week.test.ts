import { expect, test } from "vitest";
import { OpenWeek } from "../../../src/main/dialing/open-week";
import { dailyHours } from "../../../src/shared/calling-hours";
import { HOUR } from "../../../src/shared/instant";

const WEEKDAYS = dailyHours("09:00", "17:00", [1, 2, 3, 4, 5]);
const at = (iso: string) => Date.parse(iso);
/** A Wednesday. */
const NOW = at("2027-01-13T12:00Z");
const week = OpenWeek.from(WEEKDAYS, [["UTC"]], NOW);

test("counts open hours only", () => {
  expect(week.after(HOUR, NOW)).toBe(at("2027-01-13T13:00Z"));
  expect(week.after(6 * HOUR, NOW)).toBe(at("2027-01-14T10:00Z"));
  expect(week.after(0, at("2027-01-13T20:00Z"))).toBe(at("2027-01-14T09:00Z"));
  expect(week.after(8 * HOUR, at("2027-01-15T16:00Z"))).toBe(at("2027-01-18T16:00Z"));
});

test("goes on in the weeks to come as in this one", () => {
  expect(week.after(40 * HOUR, NOW)).toBe(at("2027-01-20T12:00Z"));
  expect(week.after(401 * HOUR, NOW)).toBe(at("2027-03-24T13:00Z"));
});

test("is open while it is somewhere", () => {
  const coasts = OpenWeek.from(WEEKDAYS, [["UTC"], ["America/Los_Angeles"]], NOW);
  // Until 17:00 in UTC, from then until 1:00 in Los Angeles.
  expect(coasts.after(13 * HOUR, NOW)).toBe(at("2027-01-14T01:00Z"));
  expect(coasts.after(14 * HOUR, NOW)).toBe(at("2027-01-14T10:00Z"));
});

test("cannot tell where it is never open", () => {
  const never = OpenWeek.from(WEEKDAYS, [["Asia/Tokyo", "America/New_York"]], NOW);
  expect(never.after(HOUR, NOW)).toBeNull();
});
