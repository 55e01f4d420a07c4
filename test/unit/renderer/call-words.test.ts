import { describe, expect, it } from "vitest";
import { callRow, type CallRow } from "../../../src/shared/call";
import { MINUTE } from "../../../src/shared/instant";
import { noTranscriptWords, whyAndWhenNext } from "../../../src/renderer/player/call-words";

const NOW = Date.UTC(2026, 10, 23, 14, 0);

function call(part: Partial<CallRow>): CallRow {
  const row = callRow.parse({
    campaignId: 1,
    campaignName: "Spring",
    contactId: 1,
    name: "Ana Lee",
    phone: "+14155550123",
    status: "PENDING",
    attemptState: null,
    outcome: null,
    durationSeconds: null,
    attempts: 1,
    lastAttemptAt: NOW,
    nextAttemptAt: null,
    transcript: null,
    recording: "none",
    recordedAttemptId: null,
  });
  return { ...row, ...part };
}

const words = (part: Partial<CallRow>) => whyAndWhenNext(call(part), "UTC", NOW);

describe("a call's standing in words", () => {
  it("names the outcome and when the next attempt is due", () => {
    expect(words({ outcome: "busy", nextAttemptAt: NOW + 5 * MINUTE })).toBe(
      "Busy. The next attempt is due at 14:05 (in 5 min).",
    );
  });

  it("says that an attempt is due when only the limits hold it back", () => {
    expect(words({ outcome: "no_answer", nextAttemptAt: NOW - 1 })).toContain("due now");
  });

  it("counts the attempts when none is left", () => {
    expect(words({ status: "FAILED", outcome: "no_answer", attempts: 4 })).toBe(
      "No answer, and 4 attempts are all that the campaign makes. The contact is not called again.",
    );
  });

  it("gives the reason when the number can never be called", () => {
    expect(words({ status: "FAILED", outcome: "invalid_number" })).toContain("can never be called");
  });

  it("asks for a decision when the carrier cannot tell", () => {
    expect(words({ status: "IN_PROGRESS", attemptState: "unresolved" })).toContain(
      "Say below whether it was placed",
    );
  });
});

describe("a recording without words", () => {
  it("says that the transcript is awaited, or why there is none", () => {
    const words = (transcriptState: "awaited" | "absent", transcriptProblem: string | null) =>
      noTranscriptWords({ transcriptState, transcriptProblem });
    expect(words("awaited", null)).toMatch(/is being made, and appears here by itself/);
    expect(words("absent", null)).toBe("There is no transcript of this call.");
    expect(words("absent", "Nobody spoke.")).toBe(
      "There is no transcript of this call: Nobody spoke.",
    );
  });
});
