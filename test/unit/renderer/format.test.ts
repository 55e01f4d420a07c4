import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../../src/shared/instant";
import {
  formatAboutMinutes,
  formatDuration,
  formatFromNow,
  formatMoment,
  formatNumberOf,
  formatShare,
} from "../../../src/renderer/ui/format";

const BERLIN = "Europe/Berlin";
const NOON = Date.UTC(2026, 10, 23, 11, 0);

describe("figures on screen", () => {
  it("gives durations as m:ss, however long", () => {
    expect([0, 9, 72, 3_600].map(formatDuration)).toEqual(["0:00", "0:09", "1:12", "60:00"]);
  });

  it("never says 100 % before all of it is there", () => {
    expect(formatShare(999_999, 1_000_000)).toBe("99.9 %");
    expect(formatShare(3, 3)).toBe("100.0 %");
    expect(formatShare(0, 0)).toBe("0.0 %");
    expect(formatShare(517, 499)).toBe("103.6 %");
  });

  it("gives shares that come to the whole", () => {
    expect([5, 1].map((part) => formatShare(part, 6))).toEqual(["83.3 %", "16.7 %"]);
  });

  it("says a long time as exactly as one wants to know it", () => {
    expect([0.4, 25, 90, 492, 1_500, 4_320].map(formatAboutMinutes)).toEqual([
      "less than a minute",
      "about 25 min",
      "about 1.5 h",
      "about 8.2 h",
      "about 25 h",
      "about 3 days",
    ]);
  });

  it("counts one thing in the singular", () => {
    expect(formatNumberOf(1, "retry", "retries")).toBe("1 retry");
    expect(formatNumberOf(4_812, "contact")).toBe("4,812 contacts");
  });
});

describe("moments on screen", () => {
  it("gives only the time on the same day in the supervisor's zone", () => {
    expect(formatMoment(NOON + HOUR, BERLIN, NOON)).toBe("13:00");
  });

  it("takes the day from the zone, not from UTC", () => {
    expect(formatMoment(Date.UTC(2026, 10, 23, 23, 30), BERLIN, NOON)).toBe("24 Nov, 00:30");
  });

  it("names the year when it is another one", () => {
    expect(formatMoment(Date.UTC(2027, 0, 5, 8, 0), BERLIN, NOON)).toBe("5 Jan 2027, 09:00");
  });

  it("says roughly how far away something is, on either side of now", () => {
    expect(formatFromNow(NOON + 5 * MINUTE, NOON)).toBe("in 5 min");
    expect(formatFromNow(NOON - 2 * HOUR, NOON)).toBe("2 h ago");
    expect(formatFromNow(NOON + 10, NOON)).toBe("now");
  });
});
