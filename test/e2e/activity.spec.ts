import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { ask } from "../support/ask";
import { expectAccessible } from "../support/axe";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import {
  inTheMiddle,
  onlyCampaign,
  prepareCampaign,
  startOnlyCampaign,
} from "../support/prepared-campaign";
import { Supervisor } from "../support/supervisor";

let paceline: RunningPaceline;
let supervisor: Supervisor;

test.beforeEach(async () => {
  paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "10" } });
  supervisor = new Supervisor(paceline);
  await prepareCampaign(paceline, {
    name: "Spring",
    csv: contactsCsv({ hung_up_immediately: 200 }),
    dialing: { callsPerMinute: 60, maxConcurrentCalls: 10 },
  });
});

test.afterEach(() => paceline.close());

test("the whole log of a campaign is filtered, searched, read and exported", async () => {
  test.setTimeout(120_000);
  const { page } = paceline;
  const { id } = await onlyCampaign(paceline);
  await startOnlyCampaign(paceline);
  await inTheMiddle(paceline, 1);
  await ask(page, "campaigns.pause", { id });
  await ask(page, "campaigns.resume", { id });
  await ask(page, "settings.update", { quotaMinutes: 9_000 });

  await supervisor.open("Campaigns");
  await page.getByRole("row", { name: /Spring/ }).click();
  const card = page.getByRole("region", { name: "Activity" });
  await expect(card.getByText("Paused by the supervisor.")).toBeVisible();
  await card.getByRole("link", { name: "All 5 entries" }).click();

  const table = page.getByRole("grid", { name: "Activity" });
  await expect(table.getByRole("row")).toHaveCount(1 + 5);
  await expect(table.getByRole("row").nth(1)).toContainText(
    "The quota of call minutes was changed from 10,000 to 9,000.",
  );
  await page.getByLabel("Kind").selectOption("Paused");
  await expect(page.getByText("1 entry")).toBeVisible();
  await page.getByLabel("Kind").selectOption("Kind: all");
  await page.getByLabel("Search activity").fill("CALLS A MINUTE");
  await expect(table.getByRole("row")).toHaveCount(1 + 1);
  await table.getByRole("row").nth(1).click();
  await expect(page.getByRole("region", { name: "Chosen entry" })).toContainText(
    "Started: 200 contacts, 60 calls a minute, 10 at once.",
  );

  await expectAccessible(page, "Activity with an entry chosen");
  const file = path.join(paceline.dataDir, "activity.csv");
  await supervisor.chooseInDialog(file);
  await page.getByRole("button", { name: "Export CSV…" }).click();
  await expect(page.getByText(`Saved as ${file}`)).toBeVisible();
  const lines = (await readFile(file, "utf8")).replace("\ufeff", "").trim().split("\r\n");
  expect(lines[0]).toMatch(/^Time \(.+\),What,Details$/);
  expect(lines.slice(1).map((line) => line.split(",")[1])).toEqual([
    "Created",
    "Started",
    "Paused",
    "Resumed",
    "Settings changed",
  ]);
  expect(lines[1]).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2},/);

  await page.getByRole("link", { name: "‹ Spring" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Spring" })).toBeVisible();
});
