import { describe, expect, test } from "vitest";
import { CircuitBreaker } from "../../../src/main/dialing/circuit-breaker";
import { MINUTE, SECOND } from "../../../src/shared/instant";
import type { AttemptId } from "../../../src/shared/ids";

/** Dials a second apart from `first` on; answers with the breaker's word after each. */
function dials(breaker: CircuitBreaker, first: number, count: number, fails: boolean): boolean[] {
  return Array.from({ length: count }, (_, index) => {
    const at = (first + index) * SECOND;
    const attempt = (first + index) as AttemptId;
    breaker.dialed(attempt, at);
    if (fails) breaker.failed(attempt, at);
    return breaker.tripped;
  });
}

describe("the window of two minutes", () => {
  test("failures before it do not count any more", () => {
    const breaker = new CircuitBreaker();
    dials(breaker, 0, 15, true);
    expect(dials(breaker, 130, 25, false)).not.toContain(true);
    expect(dials(breaker, 155, 14, true)).not.toContain(true);
  });

  test("successes before it do not count any more", () => {
    const breaker = new CircuitBreaker();
    dials(breaker, 0, 100, false);
    expect(dials(breaker, 221, 20, true).indexOf(true)).toBe(19);
  });

  test("takes in a dial of two minutes ago, and none older", () => {
    const breaker = new CircuitBreaker();
    dials(breaker, 0, 20, true);
    breaker.failed(0 as AttemptId, 2 * MINUTE);
    expect(breaker.tripped).toBe(true);
    breaker.failed(1 as AttemptId, 2 * MINUTE + 1);
    expect(breaker.tripped).toBe(false);
  });

  test("a failure that is told of late is counted where the dial was", () => {
    const breaker = new CircuitBreaker();
    dials(breaker, 0, 20, false);
    for (let attempt = 0; attempt < 20; attempt++) {
      breaker.failed(attempt as AttemptId, 2 * MINUTE + (attempt + 1) * SECOND);
      expect(breaker.tripped).toBe(false);
    }
  });
});

test("a dial that fails twice counts once", () => {
  const breaker = new CircuitBreaker();
  dials(breaker, 0, 12, false);
  dials(breaker, 12, 10, true);
  for (let attempt = 12; attempt < 22; attempt++) breaker.failed(attempt as AttemptId, 22 * SECOND);
  expect(breaker.tripped).toBe(false);
});
