import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROW_HEIGHT, ScrollSpace } from "../../../src/renderer/ui/table/scroll-space";

const CLIENT = 632;
/** A screenful of rows below the head. */
const SEEN = (CLIENT - 32) / ROW_HEIGHT;

describe("where rows stand", () => {
  it("is where they stand, up to a million of them", () => {
    const space = new ScrollSpace(1_000_000, CLIENT, 1);
    expect(space.height).toBe(32_000_000);
    expect(space.stretch).toBe(1);
    expect(space.rowsAt(3_200, 0)).toEqual({ first: 100, last: 118 });
    expect(space.topOf(100, 3_200)).toBe(3_200);
  });

  it.each([1, 2, 3])("lays nothing out that Chromium cannot, at %i pixels a pixel", (ratio) => {
    expect(new ScrollSpace(3_000_000, CLIENT, ratio).height * ratio).toBeLessThan(2 ** 25);
  });

  it("shows the last of three million rows at the end, whole, where scrolling ends", () => {
    const space = new ScrollSpace(3_000_000, CLIENT, 1);
    const end = space.height - (CLIENT - 32);
    expect(space.rowsAt(end, 0).last).toBe(2_999_999);
    expect(space.topOf(2_999_999, end) + ROW_HEIGHT).toBeCloseTo(space.height, 3);
    expect(space.rowsAt(0, 0).first).toBe(0);
  });

  it("scrolls to any row as far as needed, and not beyond", () => {
    const rows = fc.integer({ min: 1, max: 5_000_000 });
    fc.assert(
      fc.property(
        rows,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, any, share) => {
          const space = new ScrollSpace(count, CLIENT, 1);
          const end = Math.max(0, space.height - (CLIENT - 32));
          const row = any % count;
          const to = space.scrollTopToSee(row, share * end);
          expect(to).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(end + 0.001);
          // Seen whole: neither above what is scrolled to, nor below.
          const top = space.topOf(row, to);
          expect(top).toBeGreaterThanOrEqual(to - 0.001);
          expect(top + ROW_HEIGHT).toBeLessThanOrEqual(to + CLIENT - 32 + 0.001);
          expect(space.scrollTopToSee(row, to)).toBeCloseTo(to, 3);
        },
      ),
    );
  });

  it("draws no more than a screenful and what lies beyond it, and no row that is not there", () => {
    const { first, last } = new ScrollSpace(3_000_000, CLIENT, 1).rowsAt(12_345_678, 8);
    expect(last - first).toBeLessThan(SEEN + 2 * 8 + 2);
    expect(new ScrollSpace(2, CLIENT, 1).rowsAt(0, 8)).toEqual({ first: 0, last: 1 });
    expect(new ScrollSpace(0, CLIENT, 1).rowsAt(0, 8)).toEqual({ first: 0, last: 0 });
  });
});
