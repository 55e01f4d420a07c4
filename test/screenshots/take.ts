import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ElectronApplication, Page } from "@playwright/test";
import { ask } from "../support/ask";
import { launchPaceline } from "../support/electron";

const folder = path.resolve("docs/screenshots");

/** Animations are over, fonts are there, and what was asked of the main process has come. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.screenshot({
    path: path.join(folder, `${name}.png`),
    animations: "disabled",
    caret: "hide",
  });
  console.log(`docs/screenshots/${name}.png`);
}

const goTo = (page: Page, section: string) =>
  page.getByRole("navigation").getByText(section, { exact: true }).click();

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();

/** The inside of the window, in pixels. */
async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
    [width, height] as const,
  );
}

/** The file that a CSV import shows: two good rows for each that is not. */
async function writeContacts(file: string): Promise<void> {
  await writeFile(
    file,
    [
      "First name,Last name,Mobile,City,Renewal date",
      "Maya,Okafor,(202) 555-0114,Washington,12 May",
      "Tom,Lindqvist,(415) 555-0127,San Francisco,20 May",
      "Priya,Nair,555-01,Boston,2 June",
      "Elena,Petrova,+44 20 7946 0018,London,9 June",
      "Sam,Delgado,(212) 555-0166,New York,11 June",
      "Maya,Okafor,+1 202 555 0114,Washington,12 May",
    ].join("\n"),
  );
}

/** The next file dialog answers with `file`, without being shown. */
async function answerFileDialog(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

async function takeCampaigns(app: ElectronApplication, page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Campaigns", exact: true }).waitFor();
  await take(page, "first-run");
  await press(page, "Try it with a sample");
  await page.getByRole("dialog").getByRole("button", { name: "Start Campaign" }).waitFor();
  await take(page, "start-campaign");
  await page.getByRole("dialog").getByRole("button", { name: "Start Campaign" }).click();
  await page.getByRole("button", { name: "Pause" }).first().waitFor();
  await someCallsRecorded(page);
  await take(page, "campaign-detail");
  await callWithTranscript(page).getByRole("button", { name: /^Play/ }).click();
  await page.getByText("Customer").first().waitFor();
  await resize(app, 1280, 1060);
  await take(page, "call");
  await resize(app, 1280, 800);
  await page.keyboard.press("Escape");
  await goTo(page, "Campaigns");
  await take(page, "campaigns");
  await press(page, "+ Create Campaign");
  await page.getByLabel("Name").first().fill("June renewals");
  await take(page, "create-campaign");
  await press(page, "More");
  await page.getByText("Retries after each outcome").scrollIntoViewIfNeeded();
  await take(page, "create-campaign-more");
}

async function takeActivity(page: Page): Promise<void> {
  await goTo(page, "Campaigns");
  await page.getByText("Sample campaign").click();
  await page.getByRole("link", { name: /^All \d+ entries$/ }).click();
  await page.getByRole("gridcell").first().waitFor();
  await take(page, "activity");
}

/** Until a third of the sample has come to an end, and some of it can be listened to. */
async function someCallsRecorded(page: Page): Promise<void> {
  const [campaign] = await ask(page, "campaigns.list", null);
  const deadline = Date.now() + 60_000;
  for (;;) {
    const { live } = await ask(page, "campaigns.get", { id: campaign!.id });
    if (live.figures.completed >= 8) break;
    if (Date.now() > deadline) throw new Error("The sample's calls do not come to an end.");
    await page.waitForTimeout(200);
  }
  await callWithTranscript(page).waitFor();
}

const callWithTranscript = (page: Page) =>
  page
    .getByRole("row")
    .filter({ hasText: "The customer" })
    .filter({ has: page.getByRole("button", { name: /^Play/ }) })
    .first();

async function takeAudiences(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await goTo(page, "Audiences");
  await page.getByRole("heading", { name: "Audiences", exact: true }).waitFor();
  await take(page, "audiences");
  await answerFileDialog(app, file);
  await press(page, "+ Import CSV");
  await press(page, /Choose/);
  // The rows as they will be stored come a moment after those of the file.
  await page.locator('tr[data-refused="true"]').first().waitFor();
  await take(page, "import-columns");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Import/ })
    .click();
  await page.getByText("Refused rows").first().waitFor();
  await take(page, "import-result");
  await press(page, "Open the audience");
  await page.getByRole("heading", { level: 1, name: "renewals" }).waitFor();
  await take(page, "audience");
  await page.getByText("Maya Okafor").first().click();
  await page.getByRole("heading", { level: 1, name: "Maya Okafor" }).waitFor();
  await take(page, "contact");
}

async function takeOthers(page: Page): Promise<void> {
  for (const [section, name] of [
    ["Flows", "flows"],
    ["Calls", "calls"],
    ["Billing & Usage", "billing-usage"],
    ["Settings", "settings"],
  ] as const) {
    await goTo(page, section);
    await page.getByRole("heading", { name: section, exact: true }).waitFor();
    await take(page, name);
  }
}

async function takeRulesOfContacts(page: Page): Promise<void> {
  const hours = page.getByRole("region", { name: "Calling hours" });
  await hours.getByText("Within calling hours").click();
  await hours.getByText("Saved").waitFor();
  await hours.scrollIntoViewIfNeeded();
  await take(page, "calling-hours");
  await ask(page, "settings.update", { callingHours: null });
  await ask(page, "doNotCall.add", {
    text: "+1 202 555 0114, +1 415 555 0127",
    defaultCountry: "US",
    expiresAt: null,
    note: "Asked not to be called",
  });
  await page.getByRole("link", { name: "Open the do-not-call list" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("gridcell").first().waitFor();
  await take(page, "do-not-call");
}

async function takeFlow(page: Page): Promise<void> {
  await goTo(page, "Flows");
  await page.getByText("Sample renewal call").click();
  await page.getByRole("heading", { level: 1, name: "Sample renewal call" }).waitFor();
  await take(page, "flow");
}

async function takeDark(page: Page): Promise<void> {
  await ask(page, "settings.update", { colorScheme: "dark" });
  await goTo(page, "Campaigns");
  await page.getByText("Sample campaign").click();
  await page.getByRole("heading", { level: 1, name: "Sample campaign" }).waitFor();
  await take(page, "campaign-detail-dark");
}

const scratch = await mkdtemp(path.join(tmpdir(), "paceline-screenshots-"));
const contacts = path.join(scratch, "renewals.csv");
await writeContacts(contacts);
await mkdir(folder, { recursive: true });
const paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "10" } });
try {
  await takeCampaigns(paceline.app, paceline.page);
  await takeAudiences(paceline.app, paceline.page, contacts);
  await takeOthers(paceline.page);
  await takeRulesOfContacts(paceline.page);
  await takeActivity(paceline.page);
  await takeFlow(paceline.page);
  await takeDark(paceline.page);
} finally {
  await paceline.close();
  await rm(scratch, { recursive: true, force: true });
}
