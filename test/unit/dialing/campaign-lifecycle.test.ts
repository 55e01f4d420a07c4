import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { changedStatus, type CampaignAction } from "../../../src/main/dialing/campaign-lifecycle";
import { campaignStatus } from "../../../src/shared/campaign";
import { tableOf } from "../../support/markdown-table";

const ACTIONS: readonly CampaignAction[] = ["start", "pause", "resume", "complete", "cancel"];

test("a campaign's life is the one in docs/dialing.md, and everything else is refused", () => {
  const documented = tableOf(readFileSync("docs/dialing.md", "utf8"), "status");
  const rows = campaignStatus.options.map((status) => [
    status,
    ...ACTIONS.map((action) => {
      const result = changedStatus(status, action);
      return result.ok ? result.value : "refused";
    }),
  ]);
  expect(documented).toEqual([["status", ...ACTIONS], ...rows]);
});

test("a refusal says what was not done, and why", () => {
  for (const status of campaignStatus.options) {
    for (const action of ACTIONS) {
      const result = changedStatus(status, action);
      if (result.ok) continue;
      expect(result.error.kind).toBe("refused");
      expect(result.error.message).toMatch(/^The campaign was not \w+: it .+\.$/);
    }
  }
});

test.each([
  ["DRAFT", "pause", "paused: it has not been started"],
  ["DRAFT", "cancel", "cancelled: it has not been started, and a draft can be deleted"],
  ["IN_PROGRESS", "start", "started: it is dialing already"],
  ["PAUSED", "start", "started: it has been started and is paused, so it can be resumed"],
  ["PAUSED", "pause", "paused: it is paused"],
  ["COMPLETED", "resume", "resumed: it is completed, every contact has been called"],
  ["CANCELLED", "resume", "resumed: it was cancelled, which is for good"],
] as const)("of %s, %s is refused in words that say what can be done", (status, action, why) => {
  expect(changedStatus(status, action)).toMatchObject({
    error: { message: `The campaign was not ${why}.` },
  });
});
