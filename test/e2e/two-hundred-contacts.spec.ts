import { expect, test } from "@playwright/test";
import { ask } from "../support/ask";
import { launchPaceline } from "../support/electron";
import { onlyCampaign, prepareCampaign, startOnlyCampaign } from "../support/prepared-campaign";

const CONTACTS = 200;

/** Numbers kept for fiction, on which the practice line decides by its mix. */
function contacts(): string {
  const areas = ["212", "415"];
  const rows = Array.from({ length: CONTACTS }, (_, index) => {
    const line = String(100 + (index % 100)).padStart(4, "0");
    return `Contact ${index + 1},+1${areas[Math.floor(index / 100)]}555${line}`;
  });
  return ["Name,Phone", ...rows].join("\n");
}

/** What an audio element makes of the recording; runs in the page. */
function playableSeconds(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const audio = new Audio(address);
    audio.addEventListener("canplaythrough", () => resolve(audio.duration), { once: true });
    audio.addEventListener("error", () => reject(new Error(`${address} does not play`)));
  });
}

test("calls 200 contacts at 60 a minute: all figures add up, every recording plays", async () => {
  test.setTimeout(150_000);
  const paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "60" } });
  const { page } = paceline;
  try {
    await prepareCampaign(paceline, {
      name: "Two hundred",
      csv: contacts(),
      dialing: { callsPerMinute: 60, maxConcurrentCalls: 60, maxRetries: 2, retryDelayMinutes: 1 },
    });
    await startOnlyCampaign(paceline);
    const status = async () => (await onlyCampaign(paceline)).status;
    await expect.poll(status, { timeout: 90_000 }).toBe("COMPLETED");

    const { id, live } = await onlyCampaign(paceline);
    const { total, pending, inProgress, completed, failed, outcomes } = live.figures;
    expect({ total, pending, inProgress }).toEqual({ total: 200, pending: 0, inProgress: 0 });
    expect(completed + failed).toBe(CONTACTS);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(CONTACTS);

    const calls = () =>
      ask(page, "calls.page", {
        campaignId: id,
        search: "",
        status: null,
        outcome: null,
        sort: "time",
        descending: true,
        offset: 0,
        limit: 500,
      });
    const awaited = async () =>
      (await calls()).rows.filter(({ recording }) => recording === "awaited").length;
    await expect.poll(awaited, { timeout: 30_000 }).toBe(0);
    const untold = async () =>
      (await calls()).rows.filter((row) => row.recording === "ready" && row.transcript === null)
        .length;
    await expect.poll(untold, { timeout: 30_000 }).toBe(0);

    const recorded = (await calls()).rows.filter(({ recording }) => recording === "ready");
    const answered = (outcomes.talked ?? 0) + (outcomes.hung_up_immediately ?? 0);
    expect(recorded).toHaveLength(answered + (outcomes.machine ?? 0));

    for (const { recordedAttemptId, durationSeconds } of recorded) {
      const played = await page.evaluate(playableSeconds, `/recordings/${recordedAttemptId!}.wav`);
      expect(Math.abs(played - durationSeconds!)).toBeLessThan(1.5);
    }
  } finally {
    await paceline.close();
  }
});
