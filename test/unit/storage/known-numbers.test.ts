import fc from "fast-check";
import { expect, it } from "vitest";
import { KnownNumbers } from "../../../src/main/storage/imports/known-numbers";
import type { PhoneNumber } from "../../../src/shared/phone-number";

const phone = fc
  .bigInt({ min: 1_000_000n, max: 999_999_999_999_999n })
  .map((number) => `+${number}` as PhoneNumber);
/** Numbers of one area, which differ in their last digits only. */
const neighbour = fc.nat(20_000).map((line) => `+1415${5_550_000 + line}` as PhoneNumber);

it("knows who has a number as a map would, for any numbers", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.oneof(phone, neighbour), fc.integer({ min: 1 })), { maxLength: 3_000 }),
      (entries) => {
        const known = new KnownNumbers();
        for (const [number, contact] of entries) known.set(number, contact);
        const expected = new Map(entries);
        for (const [number, contact] of expected) expect(known.contactWith(number)).toBe(contact);
        expect(known.contactWith("+99999999" as PhoneNumber)).toBe(
          expected.get("+99999999" as PhoneNumber),
        );
      },
    ),
    { numRuns: 30 },
  );
});

it("finds a number among a million of one area without looking far", () => {
  const known = new KnownNumbers();
  for (let line = 0; line < 1_000_000; line += 1) {
    known.set(`+1415${2_000_000 + line}` as PhoneNumber, line + 1);
  }
  const began = performance.now();
  for (let line = 0; line < 1_000_000; line += 1) {
    if (known.contactWith(`+1415${2_000_000 + line}` as PhoneNumber) !== line + 1) expect.fail();
  }
  // Some tenths of a second; with places taken one after the other it would be hours.
  expect(performance.now() - began).toBeLessThan(20_000);
}, 60_000);
