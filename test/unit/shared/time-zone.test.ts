import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR } from "../../../src/shared/instant";
import { instantOf, isTimeZone, localOf } from "../../../src/shared/time-zone";

const NEW_YORK = "America/New_York";

describe("the moment of a scheduled start", () => {
  it("is what clocks in that zone show", () => {
    expect(instantOf("2027-01-15T09:00", NEW_YORK)).toEqual({
      kind: "exact",
      at: Date.UTC(2027, 0, 15, 14, 0),
    });
  });

  it("is taken later when the clock is put forward over it, and says so", () => {
    expect(instantOf("2027-03-14T02:30", NEW_YORK)).toEqual({
      kind: "skipped",
      at: Date.UTC(2027, 2, 14, 7, 30),
      takenAs: "2027-03-14T03:30",
    });
  });

  it("is the first of the two when the clock is put back, and names the second", () => {
    const first = Date.UTC(2027, 10, 7, 5, 30);
    expect(instantOf("2027-11-07T01:30", NEW_YORK)).toEqual({
      kind: "repeated",
      at: first,
      second: first + HOUR,
    });
  });

  it("knows clocks that move by half an hour", () => {
    expect(instantOf("2027-10-03T02:10", "Australia/Lord_Howe")).toMatchObject({
      kind: "skipped",
      takenAs: "2027-10-03T02:40",
    });
  });

  it("does not take a date that does not exist", () => {
    expect(() => instantOf("2027-02-30T10:00", NEW_YORK)).toThrow(RangeError);
  });

  it("is shown again as it was chosen, unless the clock skips it", () => {
    const zones = ["UTC", NEW_YORK, "Asia/Kathmandu", "America/Sao_Paulo", "Europe/Dublin"];
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (date, zone) => {
          const local = date.toISOString().slice(0, "2027-03-14T02:30".length);
          const moment = instantOf(local, zone);
          const shown = localOf(moment.at, zone);
          expect(shown).toBe(moment.kind === "skipped" ? moment.takenAs : local);
        },
      ),
    );
  });
});

describe("a time zone", () => {
  it.each(["Europe/Berlin", "UTC", "America/Argentina/Ushuaia"])("%s is known", (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  it.each(["", "Mars/Olympus", "New York"])("%j is not known", (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});
