import { expect, test } from "vitest";
import { answeredByOf, isOver, statusOf } from "../../../src/main/carrier/status-mapping";

test.each([
  ["queued", "queued", false],
  ["ringing", "ringing", false],
  ["in-progress", "in_progress", false],
  ["completed", "completed", true],
  ["busy", "busy", true],
  ["no-answer", "no_answer", true],
  ["canceled", "cancelled", true],
  ["failed", "failed", true],
] as const)("%s is %s", (word, status, over) => {
  expect(statusOf(word)).toBe(status);
  expect(isOver(status)).toBe(over);
});

test.each(["initiated", "constructor", "", null, undefined, 3])("%s is no status", (word) => {
  expect(statusOf(word)).toBeNull();
});

test.each([
  ["human", "human"],
  ["unknown", "unknown"],
  ["fax", "machine"],
  ["machine_start", "machine"],
  ["machine_end_beep", "machine"],
  ["machine_end_silence", "machine"],
  ["machine_end_other", "machine"],
  [null, null],
  ["", null],
])("answered by %s is %s", (word, answeredBy) => {
  expect(answeredByOf(word)).toBe(answeredBy);
});
