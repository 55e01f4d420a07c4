import { expect, it } from "vitest";
import { everyDay, monthWords } from "../../../src/renderer/features/usage/days";

it("shows every day of the month, those without a call too", () => {
  const days = everyDay("2028-02-01", [{ day: "2028-02-29", minutes: 7, calls: 3 }]);
  expect(days).toHaveLength(29);
  expect(days[0]).toEqual({ day: "2028-02-01", minutes: 0, calls: 0 });
  expect(days[28]).toEqual({ day: "2028-02-29", minutes: 7, calls: 3 });
});

it("names the month by UTC, in whatever zone the computer is", () => {
  expect(monthWords("2026-11-01")).toBe("November 2026");
});
