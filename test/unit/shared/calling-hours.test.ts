import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  callingHours,
  callingSlot,
  callingWindow,
  type CallingSlot,
} from "../../../src/shared/calling-hours";
import { localOf } from "../../../src/shared/time-zone";

const WEEKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", to: "17:00" }));
const at = (iso: string) => Date.parse(iso);

describe("callingWindow", () => {
  test("is open within a slot, until its end", () => {
    // A Monday, 9:00 to 17:00 in New York.
    expect(callingWindow(WEEKDAYS, "America/New_York", at("2027-01-11T14:00Z"))).toEqual({
      open: true,
      from: at("2027-01-11T14:00Z"),
      until: at("2027-01-11T22:00Z"),
    });
  });

  test("is closed before the first and from the end of a slot on, until the next", () => {
    const closed = callingWindow(WEEKDAYS, "America/New_York", at("2027-01-15T22:00Z"));
    expect(closed).toMatchObject({ open: false, until: at("2027-01-18T14:00Z") });
    const early = callingWindow(WEEKDAYS, "America/New_York", at("2027-01-11T13:59:59.999Z"));
    expect(early).toMatchObject({ open: false, until: at("2027-01-11T14:00Z") });
  });

  test("knows several slots a day", () => {
    const siesta: CallingSlot[] = [
      { weekday: 1, from: "17:00", to: "20:00" },
      { weekday: 1, from: "09:00", to: "13:00" },
    ];
    const noon = callingWindow(siesta, "Europe/Madrid", at("2027-01-11T13:30Z"));
    expect(noon).toMatchObject({ open: false, until: at("2027-01-11T16:00Z") });
    expect(callingWindow(siesta, "Europe/Madrid", at("2027-01-11T16:00Z")).open).toBe(true);
  });

  test("goes by the clock on the wall when summer time begins and ends", () => {
    const always = [7].map((weekday) => ({ weekday, from: "00:00", to: "24:00" }));
    const length = (iso: string) => {
      const { from, until } = callingWindow(always, "America/New_York", at(iso));
      return (until - from) / 3_600_000;
    };
    expect(length("2027-03-14T12:00Z")).toBe(23);
    expect(length("2027-11-07T12:00Z")).toBe(25);
    const nine = [{ weekday: 7, from: "09:00", to: "10:00" }];
    const closed = callingWindow(nine, "America/New_York", at("2027-03-14T05:30Z"));
    expect(closed.until).toBe(at("2027-03-14T13:00Z"));
  });

  test("an edge that a clock change skips or repeats is where the wall clock passes it", () => {
    const night = [{ weekday: 7, from: "00:30", to: "02:30" }];
    const skipped = callingWindow(night, "America/New_York", at("2027-03-14T06:00Z"));
    expect(skipped).toMatchObject({ open: true, until: at("2027-03-14T07:00Z") });
    const late = [{ weekday: 7, from: "01:30", to: "03:30" }];
    const first = callingWindow(late, "America/New_York", at("2027-11-07T05:40Z"));
    expect(first).toMatchObject({ open: true, until: at("2027-11-07T06:00Z") });
    const between = callingWindow(late, "America/New_York", at("2027-11-07T06:10Z"));
    expect(between).toMatchObject({ open: false, until: at("2027-11-07T06:30Z") });
  });

  test("a slot until midnight and one from midnight on have nothing between them", () => {
    const night: CallingSlot[] = [
      { weekday: 1, from: "22:00", to: "24:00" },
      { weekday: 2, from: "00:00", to: "02:00" },
    ];
    const midnight = at("2027-01-12T00:00Z");
    expect(callingWindow(night, "UTC", midnight - 1).until).toBe(midnight);
    expect(callingWindow(night, "UTC", midnight)).toMatchObject({ open: true, from: midnight });
  });

  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
  const slot = fc
    .record({ weekday: fc.integer({ min: 1, max: 7 }), from: time, to: time })
    .filter(({ from, to }) => from < to);
  /** Any, and those around changes of clocks in New York and on Lord Howe Island. */
  const moment = fc.oneof(
    fc.integer({ min: at("2026-01-01T00:00Z"), max: at("2029-01-01T00:00Z") }),
    fc
      .tuple(
        fc.constantFrom(
          at("2027-03-14T07:00Z"),
          at("2027-11-07T06:00Z"),
          at("2027-04-03T15:00Z"),
          at("2027-10-02T15:30Z"),
        ),
        fc.integer({ min: -14_400_000, max: 14_400_000 }),
      )
      .map(([change, distance]) => change + distance),
  );
  const zone = fc.constantFrom("UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");

  test("says open just when the wall clock is in a slot, and it holds until it says it ends", () => {
    const inSlot = (slots: readonly CallingSlot[], where: string, now: number) => {
      const local = localOf(now, where);
      const weekday = ((new Date(`${local}Z`).getUTCDay() + 6) % 7) + 1;
      const clock = local.slice(11);
      return slots.some((one) => one.weekday === weekday && one.from <= clock && clock < one.to);
    };
    fc.assert(
      fc.property(
        fc.array(slot, { minLength: 1, maxLength: 6 }),
        zone,
        moment,
        (slots, where, now) => {
          const window = callingWindow(slots, where, now);
          expect(window.from).toBeLessThanOrEqual(now);
          expect(window.until).toBeGreaterThan(now);
          expect(window.open).toBe(inSlot(slots, where, now));
          if (window.until - now > 1) {
            expect(callingWindow(slots, where, window.until - 1).open).toBe(window.open);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("calling hours that begin after they end are refused", () => {
  expect(callingSlot.safeParse({ weekday: 1, from: "17:00", to: "09:00" }).success).toBe(false);
  expect(callingSlot.safeParse({ weekday: 1, from: "24:00", to: "24:00" }).success).toBe(false);
  expect(callingHours.safeParse({ slots: [], zone: "contact", timeZone: "UTC" }).success).toBe(
    false,
  );
});
