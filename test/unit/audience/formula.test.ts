import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardFormula, withoutFormulaGuard } from "../../../src/main/files/formula";

describe("formulas in CSV cells", () => {
  it.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])(
    "are made plain text: %j",
    (cell) => expect(guardFormula(cell)).toBe(`'${cell}`),
  );

  it("leave plain numbers and other text alone", () => {
    for (const cell of ["+14155550123", "Ana", "", "'quoted'", "a=b"]) {
      expect(guardFormula(cell)).toBe(cell);
    }
  });

  it("come back as they were, whatever the cell holds", () => {
    const risky = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "1", "a") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), risky), (cell) => {
        expect(withoutFormulaGuard(guardFormula(cell))).toBe(cell);
        expect(guardFormula(cell)).toMatch(/^(?![=\-@\t\r])(?!\+(?!\d+$))/);
      }),
    );
  });
});
