import { describe, expect, it } from "vitest";
import { timeFilter } from "../../../src/main/practice-line/http/time-filter";

const filter = (query: string) => timeFilter(new URLSearchParams(query), "StartTime");
const NOON = Date.UTC(2026, 4, 6, 12);

describe("a filter by time", () => {
  it("lets everything through if nothing is asked, also what has no time yet", () => {
    expect(filter("")(null)).toBe(true);
    expect(filter("")(NOON)).toBe(true);
  });

  it("leaves out what has no time yet as soon as something is asked", () => {
    expect(filter("StartTime>=2026-05-06")(null)).toBe(false);
  });

  it("includes the bounds, and counts in the whole seconds that are shown", () => {
    expect(filter("StartTime%3E=2026-05-06T12:00:00Z")(NOON)).toBe(true);
    expect(filter("StartTime%3C=2026-05-06T12:00:00Z")(NOON + 999)).toBe(true);
    expect(filter("StartTime%3C=2026-05-06T12:00:00Z")(NOON + 1_000)).toBe(false);
    expect(filter("StartTime%3E=2026-05-06T12:00:01Z")(NOON + 999)).toBe(false);
  });

  it("takes a day for the whole of it", () => {
    expect(filter("StartTime=2026-05-06")(NOON)).toBe(true);
    expect(filter("StartTime=2026-05-07")(NOON)).toBe(false);
  });
});
