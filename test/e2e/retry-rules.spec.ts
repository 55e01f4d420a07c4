import { expect, test } from "@playwright/test";
import { DEFAULT_DIALING } from "../../src/shared/campaign";
import { ask } from "../support/ask";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { practiceCalls } from "../support/practice-journal";
import { onlyCampaign, prepareCampaign, startOnlyCampaign } from "../support/prepared-campaign";
import { Supervisor } from "../support/supervisor";

let paceline: RunningPaceline;
let supervisor: Supervisor;

test.beforeEach(async () => {
  paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "20" } });
  supervisor = new Supervisor(paceline);
});

test.afterEach(() => paceline.close());

const BUSY = "+15005555001";
const NO_ANSWER = "+15005554001";
const MACHINE = "+15005553001";
const CSV = `name,phone\nBo Busy,${BUSY}\nNoa Away,${NO_ANSWER}\nMax Machine,${MACHINE}\n`;

const FAST = { callsPerMinute: 600, retryDelayMinutes: 0, ringTimeoutSeconds: 20 };

async function finish(): Promise<void> {
  await startOnlyCampaign(paceline);
  const status = async () => (await onlyCampaign(paceline)).status;
  await expect.poll(status, { timeout: 60_000, intervals: [100] }).toBe("COMPLETED");
}

/** By number called: attempts, status and outcome. */
async function results() {
  const { id } = await onlyCampaign(paceline);
  const { rows } = await ask(paceline.page, "calls.page", {
    campaignId: id,
    search: "",
    status: null,
    outcome: null,
    sort: "time",
    descending: true,
    offset: 0,
    limit: 10,
  });
  return Object.fromEntries(
    rows.map(({ phone, attempts, status, outcome }) => [phone, [attempts, status, outcome]]),
  );
}

test("what is chosen for each outcome is said in words, checked, kept, and shown again", async () => {
  const { page } = paceline;
  const summary = page.getByRole("region", { name: "What this comes to" });
  await ask(page, "sample.install", null);
  await supervisor.fillCampaign({ name: "By rules", flow: "Sample", audience: "Sample" });
  await page.getByRole("button", { name: "More", exact: true }).click();

  const delays = page.getByLabel("Busy: delays in minutes");
  await page.getByLabel("Busy: retries").fill("2");
  await delays.fill("2, soon");
  await delays.blur();
  await expect(delays).toHaveAccessibleDescription("Each delay must be a number.");
  await delays.fill("2, 60");
  await expect(summary).toContainText("Busy: up to 2 retries, after 2 and 60 minutes.");
  await page.getByLabel("No answer: retries").fill("0");
  await expect(summary).toContainText("No answer: no retries.");
  await page.getByRole("switch", { name: "Retry at another time of day" }).check();
  await expect(summary).toContainText("Each retry waits for another time of day");

  const reaction = page.getByRole("combobox", { name: "When a machine answers" });
  await expect(reaction).toBeDisabled();
  await page.getByRole("combobox", { name: "Answering machine detection" }).click();
  await page.getByRole("option", { name: "On: the flow begins at once" }).click();
  await reaction.click();
  await page.getByRole("option", { name: "Hang up", exact: true }).click();
  await expect(summary).toContainText("A machine that answers is hung up on");
  await page.getByLabel("Answering machine: retries").fill("1");
  await expect(summary).toContainText("Answering machine: up to 1 retry, after 5 minutes.");

  await page.getByRole("button", { name: "Create Campaign", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "By rules" })).toBeVisible();
  const campaigns = await ask(page, "campaigns.list", null);
  const created = campaigns.find(({ name }) => name === "By rules")!;
  expect(created.dialing).toMatchObject({
    machineDetection: "meanwhile",
    machineReaction: "hang_up",
    retryAtOtherTimesOfDay: true,
    retryRules: {
      no_answer: { retries: 0, delaysMinutes: [] },
      busy: { retries: 2, delaysMinutes: [2, 60] },
      network_error: { retries: null, delaysMinutes: [] },
      machine: { retries: 1, delaysMinutes: [] },
    },
  });

  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await expect(delays).toHaveValue("2, 60");
  await expect(reaction).toHaveValue("Hang up");
});

test("each outcome is retried by its own rule, and machines are hung up on and called again", async () => {
  await prepareCampaign(paceline, {
    name: "Rules",
    csv: CSV,
    dialing: {
      ...FAST,
      machineDetection: "wait",
      machineReaction: "hang_up",
      retryRules: {
        ...DEFAULT_DIALING.retryRules,
        busy: { retries: 1, delaysMinutes: [] },
        no_answer: { retries: 0, delaysMinutes: [] },
        machine: { retries: 2, delaysMinutes: [1, 0] },
      },
    },
  });
  await finish();
  expect(await results()).toEqual({
    [BUSY]: [2, "FAILED", "busy"],
    [NO_ANSWER]: [1, "FAILED", "no_answer"],
    [MACHINE]: [3, "COMPLETED", "machine"],
  });
  const calls = (await practiceCalls(paceline.dataDir)).get(MACHINE) ?? [];
  // So short a call may be over before its next look.
  expect(calls.some(({ stoppedAt }) => stoppedAt !== null)).toBe(true);
  const [first, second] = calls;
  const firstEnd = first!.stoppedAt ?? first!.plan.endedAt;
  expect(second!.createdAt - firstEnd).toBeGreaterThanOrEqual(60_000);
});

test("a machine is left the flow's message for machines, and counts as a machine", async () => {
  await prepareCampaign(paceline, {
    name: "Message",
    csv: CSV,
    dialing: {
      ...FAST,
      maxRetries: 0,
      machineDetection: "meanwhile",
      machineReaction: "leave_message",
    },
    machineMessage: { text: "{{name}}, please call back.", language: "en-GB" },
  });
  await finish();
  expect((await results())[MACHINE]).toEqual([1, "COMPLETED", "machine"]);
  const [call] = (await practiceCalls(paceline.dataDir)).get(MACHINE) ?? [];
  expect(call?.newTwiml).toContain("Max Machine, please call back.");
  expect(call?.stoppedAt).toBeNull();
});
