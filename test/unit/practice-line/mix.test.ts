import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../src/main/practice-line/chance";
import { drawOutcome, type PracticeMix } from "../../../src/main/practice-line/mix";
import { testNumber } from "../../../src/main/practice-line/test-numbers";

const NOTHING: PracticeMix = {
  conversation: 0,
  hung_up_immediately: 0,
  machine: 0,
  no_answer: 0,
  busy: 0,
  network_error: 0,
  declined: 0,
  invalid_number: 0,
};

describe("drawing an outcome", () => {
  it("gives each its share", () => {
    const mix = { ...NOTHING, conversation: 3, busy: 1 };
    const chance = chanceFrom("shares");
    const draws = Array.from({ length: 4_000 }, () => drawOutcome(mix, chance));
    const busy = draws.filter((outcome) => outcome === "busy").length;
    expect(new Set(draws)).toEqual(new Set(["conversation", "busy"]));
    expect(busy).toBeGreaterThan(900);
    expect(busy).toBeLessThan(1_100);
  });

  it("never gives what has no share, at either end of chance", () => {
    const mix = { ...NOTHING, machine: 1 };
    expect(drawOutcome(mix, () => 0)).toBe("machine");
    expect(drawOutcome(mix, () => 1 - Number.EPSILON)).toBe("machine");
  });

  it("gives conversations if nothing has a share", () => {
    expect(drawOutcome(NOTHING, () => 0.5)).toBe("conversation");
  });
});

describe("test numbers", () => {
  it.each([
    ["+15005550001", { kind: "refused", code: 21217 }],
    ["+15005551234", { kind: "outcome", outcome: "conversation" }],
    ["+15005557999", { kind: "outcome", outcome: "declined" }],
    ["+15005558000", { kind: "outcome", outcome: "invalid_number" }],
    ["+15005550006", null],
    ["+12025550101", null],
    ["+150055510001", null],
  ])("%s is %o", (to, expected) => {
    expect(testNumber(to, 0)).toEqual(expected);
  });
});
