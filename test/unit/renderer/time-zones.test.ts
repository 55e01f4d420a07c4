import { describe, expect, it } from "vitest";
import { offsetName, timeZones, zonesFor } from "../../../src/renderer/ui/time-zones";

const found = (search: string) =>
  zonesFor(
    timeZones.map((zone) => ({ value: zone, label: zone })),
    search,
  ).map(({ value }) => value);

describe("the list of time zones", () => {
  it("has UTC, and each zone once", () => {
    expect(timeZones).toContain("UTC");
    expect(new Set(timeZones).size).toBe(timeZones.length);
  });

  it("finds a city as people write it", () => {
    expect(found("new york")).toEqual(["America/New_York"]);
    expect(found("LOS ang")).toEqual(["America/Los_Angeles"]);
    expect(found("atlantis")).toEqual([]);
  });

  it("gives the offset as it is on the day", () => {
    expect(offsetName("America/New_York", new Date("2027-01-15T12:00Z"))).toBe("GMT-5");
    expect(offsetName("America/New_York", new Date("2027-07-15T12:00Z"))).toBe("GMT-4");
    expect(offsetName("Mars/Olympus", new Date())).toBe("");
  });
});
