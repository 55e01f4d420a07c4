import { expect, test, type Page } from "@playwright/test";
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

test("goes through calls by keys alone: next, play, seek, back", async () => {
  test.setTimeout(120_000);
  const { page } = supervisor;
  await callThree();
  await supervisor.open("Calls");
  await expect(page.getByRole("button", { name: /^Play the call/ })).toHaveCount(3, {
    timeout: 30_000,
  });

  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const first = await nameOfOpenCall(page);
  await page.keyboard.press("j");
  await expect.poll(() => nameOfOpenCall(page)).not.toBe(first);
  await page.keyboard.press("k");
  await expect.poll(() => nameOfOpenCall(page)).toBe(first);

  const position = page.getByRole("slider", { name: "Position in the recording" });
  await expect(position).toHaveAttribute("aria-valuetext", /^0:00 of /);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await expect.poll(() => secondsOf(page)).toBeGreaterThan(0);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();

  const before = await secondsOf(page);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => secondsOf(page)).toBeGreaterThan(before);

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search calls" })).toBeFocused();
});

test("goes to where a line of the transcript was spoken", async () => {
  test.setTimeout(120_000);
  const { page } = supervisor;
  await callThree();
  await supervisor.open("Calls");
  await page.getByRole("gridcell", { name: "Talked" }).first().click({ timeout: 30_000 });
  const lines = page.getByRole("list", { name: "Transcript" }).getByRole("button");
  await lines.last().click({ timeout: 30_000 });
  await expect(lines.last()).toHaveAttribute("aria-current", "true");
  await expect.poll(() => secondsOf(page)).toBeGreaterThan(0);
});

async function callThree(): Promise<void> {
  await supervisor.createFlow("Renewal call");
  await supervisor.importAudience("Three", contactsCsv({ conversation: 3 }));
  await supervisor.createCampaign({
    name: "Three calls",
    flow: "Renewal call",
    audience: "Three",
    callsPerMinute: 60,
  });
  await supervisor.startCampaign();
  await supervisor.expectStatus("COMPLETED", 60_000);
}

function nameOfOpenCall(page: Page): Promise<string> {
  return page
    .getByRole("complementary", { name: /^Call with/ })
    .getByRole("heading")
    .first()
    .innerText();
}

async function secondsOf(page: Page): Promise<number> {
  const position = page.getByRole("slider", { name: "Position in the recording" });
  return Number(await position.getAttribute("aria-valuenow"));
}
