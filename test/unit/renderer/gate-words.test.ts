import { expect, test } from "vitest";
import { standingWords, untilWords } from "../../../src/renderer/player/gate-words";
import { HOUR, SECOND } from "../../../src/shared/instant";
import { whyNotCalled, type GateStanding } from "../../../src/shared/why-not-called";

const NOW = Date.UTC(2026, 10, 23, 8, 0);
const ZONE = "Europe/Berlin";

function words(gates: readonly GateStanding[], given: object = {}): string {
  const standing = whyNotCalled.parse({
    campaignId: 1,
    campaignName: "Spring",
    campaignStatus: "IN_PROGRESS",
    status: "PENDING",
    attempts: 0,
    outcome: null,
    gates,
    ...given,
  });
  return standingWords(standing, ZONE, NOW);
}

const closed = (because: string, until: number | null): GateStanding => ({
  gate: "calling-hours",
  closed: { because, until, timeZone: null },
});

test("a contact whose gates are all open is called next", () => {
  expect(words([{ gate: "pace", closed: null }])).toBe("Every gate is open: it is called next.");
});

test("the first closed gate is named, with the moment at which the last of them opens", () => {
  expect(words([closed("It is night.", NOW + HOUR), closed("Pace.", NOW + 2 * HOUR)])).toBe(
    "It is night. It may be called at 11:00.",
  );
  expect(words([closed("It is night.", NOW + HOUR), closed("Paused.", null)])).toBe("It is night.");
  expect(words([closed("Pace.", NOW + 9 * SECOND)])).toBe("It is called within a minute.");
});

test("a contact that is done is told with what came of it", () => {
  expect(words([], { status: "COMPLETED", outcome: "talked", attempts: 1 })).toBe(
    "It was answered (Talked), and is not called again.",
  );
  expect(words([], { status: "FAILED", outcome: "do_not_call" })).toBe(
    "On the do-not-call list: it has failed without a call, and is not called again.",
  );
  expect(words([], { status: "FAILED", outcome: "busy", attempts: 4 })).toMatch(/after 4 attempts/);
  expect(words([], { status: "IN_PROGRESS" })).toBe("A call to it is under way.");
});

test("a moment is told here and, where it matters, by the contact's clock", () => {
  const at = (until: number | null, timeZone: string | null = null) =>
    untilWords({ because: "", until, timeZone }, ZONE, NOW);
  expect(at(null)).toBeNull();
  expect(at(NOW + 20 * SECOND)).toBe("opens within a minute");
  expect(at(NOW + 6 * HOUR, "America/New_York")).toBe("until 15:00 (09:00 in America/New York)");
  expect(at(NOW + 6 * HOUR, ZONE)).toBe("until 15:00");
});
