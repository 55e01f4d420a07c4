import { expect, it } from "vitest";
import { practiceClock } from "../../../src/main/practice-line/clock";

it("runs as many times faster than the wall's clock as it is told, from its anchor on", () => {
  let wall = 1_000;
  const clock = practiceClock({ anchorVirtual: 50_000, anchorReal: 1_000, speed: 60 }, () => wall);
  expect(clock.now()).toBe(50_000);
  wall += 1_000;
  expect(clock.now()).toBe(110_000);
});
