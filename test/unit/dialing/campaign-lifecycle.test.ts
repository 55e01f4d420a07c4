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
  expect(changedStatus("CANCELLED", "resume")).toMatchObject({
    error: { message: "The campaign was not resumed: it was cancelled, which is for good." },
  });
});
