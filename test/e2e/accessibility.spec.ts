import { expect, test } from "@playwright/test";
import { ask } from "../support/ask";
import { expectAccessible } from "../support/axe";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { tabTo } from "../support/keyboard";
import { Supervisor } from "../support/supervisor";

let paceline: RunningPaceline;
let supervisor: Supervisor;

test.beforeEach(async () => {
  paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "10" } });
  supervisor = new Supervisor(paceline);
  await supervisor.page.emulateMedia({ reducedMotion: "reduce" });
});

test.afterEach(() => paceline.close());

const SECTIONS = [
  "Campaigns",
  "Audiences",
  "Flows",
  "Calls",
  "Billing & Usage",
  "Settings",
] as const;

test("every empty screen and form can be used with a screen reader, in light and dark", async () => {
  test.setTimeout(120_000);
  const { page } = supervisor;
  for (const section of SECTIONS) {
    await supervisor.open(section);
    await expectAccessible(page, `${section}, empty`);
  }

  await supervisor.open("Campaigns");
  await page.getByText("+ Create Campaign").first().click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Create Campaign", exact: true }).click();
  await expect(page.getByText("Name is required.")).toBeVisible();
  await expectAccessible(page, "Create Campaign with its errors");
  await page.getByRole("combobox", { name: "Timezone" }).fill("new york");
  await expect(page.getByRole("option", { name: /America\/New_York/ })).toBeVisible();
  await expectAccessible(page, "Create Campaign with a list open");

  await supervisor.open("Flows");
  await page.getByRole("button", { name: "+ Create Flow" }).first().click();
  await page.getByRole("button", { name: "Create Flow", exact: true }).click();
  await expectAccessible(page, "Create Flow with its errors");
});

test("a campaign's way to its pause can be used with a screen reader, in light and dark", async () => {
  test.setTimeout(120_000);
  const { page } = supervisor;
  const dialog = page.getByRole("dialog");

  await page.getByRole("button", { name: "Try it with a sample" }).click();
  await expect(dialog.getByText(/minutes? of/)).toBeVisible();
  await expectAccessible(page, "Start Campaign?");
  await dialog.getByRole("button", { name: "Not now" }).click();
  await expectAccessible(page, "a draft");
  await page.getByRole("button", { name: "Delete" }).click();
  await expectAccessible(page, "Delete the draft?");
  await dialog.getByRole("button", { name: "Keep the draft" }).click();
  await page.getByRole("button", { name: "Edit" }).click();
  await expect(page.getByText("24 contacts will be called.")).toBeVisible();
  await expectAccessible(page, "Edit a draft");
  await page.getByRole("button", { name: "Discard" }).click();

  await ask(page, "settings.update", { quotaMinutes: 4 });
  await page.getByRole("button", { name: "Start Campaign" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "a start for which too few minutes remain");
  await dialog.getByRole("button", { name: "Not now" }).click();
  await ask(page, "settings.update", { quotaMinutes: 10_000 });

  await supervisor.startCampaign();
  await expect.poll(() => supervisor.tile("In Progress")).toBeGreaterThan(0);
  await expectAccessible(page, "a campaign that dials");
  await page.getByRole("button", { name: "Cancel Campaign" }).click();
  await expectAccessible(page, "Cancel Campaign?");
  await dialog.getByRole("button", { name: "Pause instead" }).click();
  await supervisor.expectStatus("PAUSED");
  await expectAccessible(page, "a paused campaign");
});

test("every screen with campaigns in it can be used with a screen reader, in light and dark", async () => {
  test.setTimeout(120_000);
  const { page } = supervisor;
  const { id } = await ask(page, "sample.install", null);
  await startOneThatEnds();
  await ask(page, "campaigns.start", { id });
  await page.getByRole("link", { name: "Sample campaign" }).click();
  await page
    .getByRole("row")
    .filter({ hasText: "The customer" })
    .getByRole("button", { name: /^Play/ })
    .first()
    .click({ timeout: 60_000 });
  await expect(page.getByRole("region", { name: "Recording" })).toContainText("Customer");
  await expectAccessible(page, "a call that plays");

  for (const section of SECTIONS) {
    await supervisor.open(section);
    await expectAccessible(page, section);
  }
  await supervisor.open("Calls");
  await page.getByRole("row").nth(1).click();
  await expect(page.getByRole("complementary", { name: /^Call with/ })).toBeVisible();
  await expectAccessible(page, "Calls with a call open");

  await supervisor.open("Campaigns");
  await page.getByRole("button", { name: "More for Sample campaign" }).click();
  await expect(page.getByRole("menuitem", { name: "Open" })).toBeVisible();
  await expectAccessible(page, "a campaign's menu");
  await page.keyboard.press("Escape");
  await page.getByLabel("Search campaigns").fill("no such campaign");
  await expectAccessible(page, "a search that finds nothing");
  await page.getByRole("button", { name: "Show all campaigns" }).click();

  await page.getByRole("link", { name: "Done" }).click();
  await supervisor.expectStatus("COMPLETED", 60_000);
  await expectAccessible(page, "a campaign that is completed");
});

async function startOneThatEnds(): Promise<void> {
  await supervisor.importAudience("Few", contactsCsv({ conversation: 1, declined: 1 }));
  const [sample] = await ask(supervisor.page, "campaigns.list", null);
  await supervisor.createCampaign({ name: "Done", flow: sample!.flowName, audience: "Few" });
  await supervisor.startCampaign();
  await supervisor.open("Campaigns");
}

test("every dialog of flows and audiences can be used with a screen reader, in light and dark", async () => {
  test.setTimeout(120_000);
  const { page } = supervisor;
  const dialog = page.getByRole("dialog");
  await supervisor.createFlow("Renewal call");
  await page.getByRole("link", { name: "Renewal call" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Renewal call" })).toBeVisible();
  await expectAccessible(page, "a flow");
  await page.getByRole("button", { name: "Delete…" }).click();
  await expectAccessible(page, "Delete the flow?");
  await dialog.getByRole("button", { name: "Cancel" }).click();

  const file = await supervisor.writeFile(
    "contacts.csv",
    `${contactsCsv({ conversation: 3 })}\nBo,12,Gold`,
  );
  await supervisor.openImport();
  await expectAccessible(page, "import: file");
  await supervisor.chooseFile(`${file}.gone`);
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "import: a file that is not there");
  await supervisor.chooseFile(file);
  await expect(dialog.getByText("Refused:")).toBeVisible();
  await expectAccessible(page, "import: columns");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog.getByText("3 contacts imported, 1 row refused.")).toBeVisible();
  await expectAccessible(page, "import: result");
  await dialog.getByRole("button", { name: "Open the audience" }).click();
  await expect(page.getByRole("gridcell", { name: "conversation 1" })).toBeVisible();
  await expectAccessible(page, "an audience");
  await page.getByRole("button", { name: "More for this audience" }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await expectAccessible(page, "Rename the audience");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Delete…" }).click();
  await expectAccessible(page, "Delete the audience?");
});

test("a campaign is started, paused, resumed and listened to by keyboard alone", async () => {
  const { page } = supervisor;
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  await tabTo(page, button("Try it with a sample"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByText(/minutes? of/)).toBeVisible();
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Start Campaign" }));
  await page.keyboard.press("Enter");
  await supervisor.expectStatus("IN_PROGRESS");

  await tabTo(page, button("Pause"));
  await page.keyboard.press("Enter");
  await supervisor.expectStatus("PAUSED");
  await tabTo(page, button("Resume"));
  await page.keyboard.press("Enter");
  await supervisor.expectStatus("IN_PROGRESS");

  await expect(button(/^Play the call/).first()).toBeVisible({ timeout: 30_000 });
  await tabTo(page, button(/^Play the call/));
  await page.keyboard.press("Enter");
  const recording = page.getByRole("region", { name: "Recording" });
  await expect(recording.getByText(/^0:0[1-9] \/ \d:\d\d$/)).toBeVisible();
});
