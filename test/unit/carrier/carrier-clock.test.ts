import { expect, test } from "vitest";
import { CarrierClock } from "../../../src/main/carrier/carrier-clock";

const NOW = Date.parse("2026-11-23T10:00:00Z");
const clock = () => new CarrierClock(() => NOW);

test("takes times as they are before the carrier has told its own", () => {
  expect(clock().toOurs(NOW)).toBe(NOW);
});

test("does not take an answer's way for a wrong clock", () => {
  const near = clock();
  near.heard(new Date(NOW - 4_000).toUTCString());
  expect(near.toOurs(NOW)).toBe(NOW);
});

test.each([600_000, -600_000])("translates both ways when the carrier is %i ms ahead", (ahead) => {
  const off = clock();
  off.heard(new Date(NOW + ahead).toUTCString());
  expect(off.toOurs(NOW + ahead)).toBe(NOW);
  expect(off.toTheirs(NOW)).toBe(NOW + ahead);
});

test.each([undefined, "", "yesterday"])("does not listen to %s", (header) => {
  const deaf = clock();
  deaf.heard(header);
  expect(deaf.toOurs(NOW)).toBe(NOW);
});
