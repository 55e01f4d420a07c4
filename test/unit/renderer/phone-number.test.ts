import { expect, it } from "vitest";
import { formatPhone } from "../../../src/renderer/ui/phone-number";

it("groups a number as its country does, and leaves what it does not know", () => {
  expect(
    ["+14155550132", "+442079460834", "+33199004382", "+15005551000"].map(formatPhone),
  ).toEqual(["+1 415 555 0132", "+44 20 7946 0834", "+33 1 99 00 43 82", "+1 500 555 1000"]);
  expect(formatPhone("+9991234567")).toBe("+9991234567");
});
