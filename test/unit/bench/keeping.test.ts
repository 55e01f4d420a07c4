import { expect, test } from "vitest";
import { keepingOf } from "../../bench/pace/keeping";

const evenly = (count: number, interval: number) =>
  Array.from({ length: count }, (_, index) => index * interval);

test("finds nothing wrong with a pace that is kept to the millisecond", () => {
  expect(keepingOf(evenly(121, 1_000), 60)).toEqual({
    starts: 121,
    perMinute: 60,
    mostInAnyMinute: 60,
    delayP99Ms: 0,
  });
});

test("sees a start too many within some minute that begins between two full ones", () => {
  const moments = [...evenly(60, 1_000), 60_000, 60_001];
  expect(keepingOf(moments, 60).mostInAnyMinute).toBe(61);
});

test("measures a late start from the start before it", () => {
  expect(keepingOf([0, 1_000, 2_300, 3_300], 60).delayP99Ms).toBe(300);
});

test("says that a pace was not reached", () => {
  expect(keepingOf(evenly(50, 1_250), 60).perMinute).toBe(48);
});
