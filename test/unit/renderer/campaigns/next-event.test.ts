import { describe, expect, it } from "vitest";
import { nextEvent } from "../../../../src/renderer/features/campaigns/list/next-event";
import { HOUR } from "../../../../src/shared/instant";
import { aCampaign } from "./a-campaign";

const NOW = Date.UTC(2026, 10, 23, 8, 0);
const next = (...described: Parameters<typeof aCampaign>) =>
  nextEvent(aCampaign(...described), "Europe/Berlin", NOW);

describe("what is next for a campaign", () => {
  it("is its scheduled start, in the supervisor's zone", () => {
    expect(next({ startsAt: NOW + HOUR })).toEqual({
      words: "Scheduled for 10:00",
      needsYou: false,
    });
  });

  it("is for the supervisor to do when a scheduled start could not happen", () => {
    const startProblem = "It did not start: too few call minutes remain.";
    expect(next({ startsAt: NOW - HOUR, startProblem })).toEqual({
      words: startProblem,
      needsYou: true,
    });
  });

  it("is its finish while it dials", () => {
    const running = next({ status: "IN_PROGRESS", live: { expectedFinish: NOW + 2 * HOUR } });
    expect(running.words).toBe("Finishes about 11:00");
  });

  it("is the next retry when all that are left wait for one", () => {
    const binding = { kind: "retry-delay", until: NOW + HOUR } as const;
    expect(next({ status: "IN_PROGRESS", live: { binding } }).words).toBe("Next retry 10:00");
  });

  it.each([
    ["calling-hours", "Resumes 10:00: calling hours"],
    ["attempt-limit", "Resumes 10:00: attempt limit"],
    ["do-not-call", "Resumes 10:00: do-not-call list"],
  ] as const)("is when dialing goes on while everyone left waits for %s", (kind, words) => {
    const live = { binding: { kind, until: NOW + HOUR }, expectedFinish: NOW + 2 * HOUR };
    expect(next({ status: "IN_PROGRESS", live }).words).toBe(words);
  });

  it("is for the supervisor when a call is unresolved", () => {
    expect(next({ status: "IN_PROGRESS", figures: { unresolved: 2 } }).needsYou).toBe(true);
  });

  it("is for the supervisor when the campaign paused by itself, not when they paused it", () => {
    const quota = { kind: "quota", message: "Too few call minutes remain." } as const;
    const own = { kind: "supervisor", message: "Paused." } as const;
    expect(next({ status: "PAUSED", pauseReason: quota })).toEqual({
      words: "Too few call minutes remain.",
      needsYou: true,
    });
    expect(next({ status: "PAUSED", pauseReason: own }).needsYou).toBe(false);
  });
});
