import { expect, test } from "@playwright/test";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { Supervisor } from "../support/supervisor";

let paceline: RunningPaceline;
let supervisor: Supervisor;

test.beforeEach(async () => {
  paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "60" } });
  supervisor = new Supervisor(paceline);
});

test.afterEach(() => paceline.close());

test("runs a campaign from a CSV file to COMPLETED, and plays what was said", async () => {
  test.setTimeout(120_000);
  const { page } = supervisor;
  await supervisor.createFlow("Renewal call");
  await supervisor.importAudience(
    "Spring renewal",
    contactsCsv({ conversation: 4, no_answer_then_conversation: 1, busy: 1, invalid_number: 1 }),
  );
  await supervisor.createCampaign({
    name: "Spring renewal",
    flow: "Renewal call",
    audience: "Spring renewal",
    callsPerMinute: 20,
    maxConcurrentCalls: 3,
    maxRetries: 1,
    retryDelayMinutes: 1,
  });
  expect(await supervisor.tiles()).toEqual({
    Total: 7,
    Pending: 7,
    "In Progress": 0,
    Completed: 0,
    Failed: 0,
  });

  await supervisor.startCampaign();
  await expect.poll(() => supervisor.tile("In Progress")).toBeGreaterThan(0);
  const { Total, ...parts } = await supervisor.tiles();
  expect(Object.values(parts).reduce((sum, part) => sum + part)).toBe(Total);

  await page.getByRole("button", { name: "Pause" }).click();
  await supervisor.expectStatus("PAUSED");
  await expect.poll(() => supervisor.tile("In Progress"), { timeout: 15_000 }).toBe(0);
  const pausedAt = await supervisor.tiles();
  await page.getByRole("button", { name: "Resume" }).click();

  await supervisor.expectStatus("COMPLETED", 60_000);
  expect(pausedAt.Pending).toBeGreaterThan(0);
  expect(await supervisor.tiles()).toEqual({
    Total: 7,
    Pending: 0,
    "In Progress": 0,
    Completed: 5,
    Failed: 2,
  });

  await page.getByRole("button", { name: /^Play/ }).first().click();
  const recording = page.getByRole("region", { name: "Recording" });
  await expect(recording.getByText("Customer").first()).toBeVisible();
  await expect(recording.getByText("AI").first()).toBeVisible();
  await expect(recording.getByText(/^0:0[1-9] \/ \d:\d\d$/)).toBeVisible();
});

test("lets calls in progress finish when a campaign is cancelled, and starts no other", async () => {
  const { page } = supervisor;
  await supervisor.createFlow("Renewal call");
  await supervisor.importAudience("Many", contactsCsv({ conversation: 30 }));
  await supervisor.createCampaign({
    name: "To cancel",
    flow: "Renewal call",
    audience: "Many",
    callsPerMinute: 30,
  });
  await supervisor.startCampaign();
  await expect.poll(() => supervisor.tile("In Progress")).toBeGreaterThan(2);

  await page.getByRole("button", { name: "Cancel Campaign" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("permanent");
  await expect(dialog).toContainText("Pause");
  await dialog.getByRole("button", { name: "Cancel Campaign" }).click();
  await supervisor.expectStatus("CANCELLED");
  const atCancel = await supervisor.tiles();

  await expect.poll(() => supervisor.tile("In Progress"), { timeout: 15_000 }).toBe(0);
  const afterwards = await supervisor.tiles();
  expect(afterwards.Completed).toBeGreaterThanOrEqual(atCancel.Completed!);
  expect(afterwards.Pending).toBeGreaterThanOrEqual(atCancel.Pending!);
  expect(afterwards.Completed! + afterwards.Pending!).toBe(30);
  await expect(page.getByRole("button", { name: "Resume" })).toHaveCount(0);
});

test("refuses a start for which too few call minutes remain, with the figures", async () => {
  const { page } = supervisor;
  await supervisor.createFlow("Renewal call");
  await supervisor.importAudience("Five", contactsCsv({ conversation: 5 }));
  await supervisor.setQuota(4);
  await supervisor.createCampaign({ name: "Too long", flow: "Renewal call", audience: "Five" });

  await page.getByRole("button", { name: "Start Campaign" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("5");
  await expect(dialog).toContainText("4");
  await expect(dialog.getByRole("link", { name: /Billing & Usage/ })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Start Campaign" })).toBeDisabled();
  await dialog.getByRole("link", { name: /Billing & Usage/ }).click();
  await expect(page.getByRole("heading", { name: "Billing & Usage" })).toBeVisible();
});
