import { describe, expect, it } from "vitest";
import { placesMoved } from "../../../src/renderer/api/places-moved";

const places = (keys: readonly string[]) => new Map(keys.map((key, index) => [key, index]));
const moved = (before: readonly string[], after: readonly string[]) =>
  placesMoved(places(before), (key) => places(after).get(String(key)));

describe("by how many places the rows on screen have moved", () => {
  it("counts rows that came in above them", () => {
    expect(moved(["a", "b", "c"], ["x", "y", "a", "b", "c"])).toBe(2);
  });

  it("is not led astray by one row that jumps to the top", () => {
    expect(moved(["a", "b", "c", "d", "e"], ["e", "a", "b", "c", "d"])).toBe(1);
    expect(moved(["a", "b", "c", "d", "e"], ["b", "c", "a", "d", "e"])).toBe(0);
  });

  it("is nothing when none of them is there any more", () => {
    expect(moved(["a", "b"], ["c"])).toBe(0);
    expect(moved([], ["c"])).toBe(0);
  });
});
