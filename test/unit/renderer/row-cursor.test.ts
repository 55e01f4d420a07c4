import { describe, expect, it } from "vitest";
import { cursorAfter } from "../../../src/renderer/ui/table/row-cursor";

const after = (key: string, cursor: number | null) => cursorAfter(key, cursor, 100, 20);

describe("the keys of a list", () => {
  it("begin with the first row", () => {
    expect(after("ArrowDown", null)).toBe(0);
    expect(after("j", null)).toBe(0);
  });

  it("move by a row, by a screen, and to both ends", () => {
    expect(after("j", 5)).toBe(6);
    expect(after("k", 5)).toBe(4);
    expect(after("PageDown", 5)).toBe(25);
    expect(after("End", 5)).toBe(99);
    expect(after("Home", 5)).toBe(0);
  });

  it("stop at both ends", () => {
    expect(after("ArrowUp", 0)).toBe(0);
    expect(after("ArrowDown", 99)).toBe(99);
    expect(after("PageDown", 95)).toBe(99);
  });

  it("mean nothing in an empty list, nor do other keys anywhere", () => {
    expect(cursorAfter("j", null, 0, 20)).toBeNull();
    expect(after("x", 5)).toBeNull();
  });
});
