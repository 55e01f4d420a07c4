import { describe, expect, it } from "vitest";
import {
  ALL_DAYS,
  copyDay,
  nextSlot,
  WORKING_DAYS,
} from "../../../src/renderer/calling-hours/edited-hours";
import { hoursWords } from "../../../src/renderer/calling-hours/hours-words";
import { PRESETS } from "../../../src/renderer/calling-hours/presets";
import {
  callingHours,
  dailyHours,
  slotProblem,
  type CallingSlot,
} from "../../../src/shared/calling-hours";

const slot = (weekday: number, from: string, to: string): CallingSlot => ({ weekday, from, to });

describe("a week of calling hours", () => {
  it("gets a further slot an hour after the last one of the day, while there is room", () => {
    expect(nextSlot([], 2)).toEqual(slot(2, "09:00", "17:00"));
    expect(nextSlot([slot(2, "14:00", "15:30"), slot(2, "08:00", "11:00")], 2)).toEqual(
      slot(2, "16:00", "19:00"),
    );
    expect(nextSlot([slot(2, "08:00", "21:00")], 2)).toEqual(slot(2, "22:00", "24:00"));
    expect(nextSlot([slot(2, "08:00", "23:00")], 2)).toBeNull();
  });

  it("copies a day over the others, in place of theirs", () => {
    const week = [slot(1, "08:00", "12:00"), slot(3, "10:00", "11:00"), slot(7, "10:00", "11:00")];
    const copied = copyDay(week, 1, WORKING_DAYS);
    expect(copied.filter(({ weekday }) => weekday <= 5)).toHaveLength(5);
    expect(copied).toContainEqual(slot(3, "08:00", "12:00"));
    expect(copied).not.toContainEqual(slot(3, "10:00", "11:00"));
    expect(copied).toContainEqual(slot(7, "10:00", "11:00"));
    expect(copyDay(week, 2, ALL_DAYS)).toEqual([]);
  });

  it("is said in a few words", () => {
    expect(hoursWords({ slots: dailyHours("08:00", "21:00") })).toBe("every day 08:00–21:00");
    const slots = [
      ...dailyHours("13:00", "17:00", [1, 2, 3]),
      ...dailyHours("09:00", "12:00", [1, 2, 3]),
      slot(6, "10:00", "14:00"),
    ];
    expect(hoursWords({ slots })).toBe(
      "Monday–Wednesday 09:00–12:00 and 13:00–17:00, Saturday 10:00–14:00",
    );
  });

  it("says at a slot that it overlaps, or does not begin before it ends", () => {
    const noon = slot(1, "09:00", "12:00");
    const overlapping = slot(1, "11:59", "13:00");
    expect(slotProblem(noon, [noon, slot(1, "12:00", "13:00"), slot(2, "09:00", "12:00")])).toBe(
      null,
    );
    expect(slotProblem(overlapping, [noon, overlapping])).toBe("It overlaps with 09:00–12:00.");
    expect(slotProblem(slot(1, "12:00", "12:00"), [])).toMatch(/begin before they end/);
    expect(slotProblem(slot(1, "", "12:00"), [])).toMatch(/Give a time/);
  });

  it("is refused with overlapping slots", () => {
    const parsed = callingHours.safeParse({
      slots: [slot(1, "09:00", "12:00"), slot(1, "11:00", "13:00")],
      zone: "campaign",
      timeZone: "UTC",
    });
    expect(parsed.error?.issues[0]?.message).toBe("Calling hours of one day must not overlap.");
  });

  it.each(PRESETS)("can be had as $name", ({ hours }) => {
    expect(callingHours.safeParse({ ...hours, timeZone: "UTC" }).success).toBe(true);
  });
});
