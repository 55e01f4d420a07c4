import { expect, test } from "vitest";
import { numberBeginnings, readPastedNumbers } from "../../../src/main/audience";
import { MOST_PASTED } from "../../../src/shared/do-not-call";

const read = (text: string) => readPastedNumbers({ text, defaultCountry: "US" });

test("reads a number a line, and numbers with commas between them, each once", () => {
  const { numbers, refused } = read(
    "(415) 555-0132\r\n+44 20 7183 8750, 415.555.0133;\n\n+1 415 555 0132",
  );
  expect(numbers).toEqual(["+14155550132", "+442071838750", "+14155550133"]);
  expect(refused).toEqual([]);
});

test("says of each text that is no number why it is none", () => {
  expect(read("12\nAna Lee\n415 555 0132")).toEqual({
    numbers: ["+14155550132"],
    refused: [
      { text: "12", detail: "No such number exists in its country." },
      { text: "Ana Lee", detail: "It holds letters." },
    ],
  });
});

test("refuses more numbers than one would paste, and a country that there is not", () => {
  const many = Array.from({ length: MOST_PASTED + 1 }, (_, at) => `415555${1_000 + at}`);
  expect(() => read(many.join("\n"))).toThrow("more than 2,000 numbers");
  expect(read(many.slice(1).join("\n")).numbers).toHaveLength(MOST_PASTED);
  expect(() => readPastedNumbers({ text: "1", defaultCountry: "XX" })).toThrow("not a country");
});

const finds = (typed: string, number: string) =>
  numberBeginnings(typed).some((beginning) => number.startsWith(beginning));

test.each([
  ["+1 415", "+14155550132"],
  ["(415) 555-01", "+14155550132"],
  ["1415", "+14155550132"],
  ["001 415", "+14155550132"],
  ["020 7183", "+442071838750"],
  ["20 7183 8750", "+442071838750"],
  ["06 698", "+390669812345"],
])("“%s” finds %s", (typed, number) => {
  expect(finds(typed, number)).toBe(true);
});

test.each([
  ["+1 416", "+14155550132"],
  ["5550132", "+14155550132"],
  ["Ana", "+14155550132"],
  ["-", "+14155550132"],
])("“%s” does not find %s", (typed, number) => {
  expect(finds(typed, number)).toBe(false);
});

test("no beginning begins with another: nothing is found twice", () => {
  for (const typed of ["1", "4", "04", "415", "+44"]) {
    const beginnings = numberBeginnings(typed);
    for (const one of beginnings) {
      expect(beginnings.filter((other) => other.startsWith(one))).toEqual([one]);
    }
  }
});
