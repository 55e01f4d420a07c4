import { expect, test, type Locator } from "@playwright/test";
import { ask } from "../support/ask";
import { expectAccessible } from "../support/axe";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { tabTo } from "../support/keyboard";
import { onlyCampaign, prepareCampaign, startOnlyCampaign } from "../support/prepared-campaign";
import { Supervisor } from "../support/supervisor";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
/** Far enough from today in every zone, however fast practice time goes by. */
const FAR_DAY = DAYS[(new Date().getUTCDay() + 3) % 7]!;

const TALKS = "Name,Phone\nMaya,+15005551001\nTom,+15005551002\nPriya,+15005551003\n";
const NEVER_ANSWERS = "Name,Phone\nMaya,+15005554001\n";

let paceline: RunningPaceline;
let supervisor: Supervisor;

test.beforeEach(async () => {
  paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "20" } });
  supervisor = new Supervisor(paceline);
});

test.afterEach(() => paceline.close());

const section = (name: string): Locator => supervisor.page.getByRole("region", { name });

async function chooseHours(choice: "At any time" | "Within calling hours"): Promise<Locator> {
  await supervisor.open("Settings");
  const hours = section("Calling hours");
  await hours.getByText(choice, { exact: true }).click();
  await expect(hours.getByText("Saved", { exact: true })).toBeVisible();
  return hours;
}

/** Leaves hours on one day of the week, by the campaign's clock. */
async function closeAllDaysBut(day: string): Promise<void> {
  const hours = await chooseHours("Within calling hours");
  for (const other of DAYS) {
    if (other === day) continue;
    await hours.getByRole("button", { name: `Remove ${other}, hours 1` }).click();
  }
  await hours.getByRole("radio", { name: "The campaign's time" }).check();
  await expect(hours.getByText("No calls")).toHaveCount(6);
}

test("a campaign started outside calling hours says when it resumes, and dials once they are lifted", async () => {
  await closeAllDaysBut(FAR_DAY);
  await prepareCampaign(paceline, { name: "Spring", csv: TALKS });
  await startOnlyCampaign(paceline);
  await supervisor.open("Campaigns");
  await expect(supervisor.page.getByText(/^Resumes .*: calling hours$/)).toBeVisible();
  await supervisor.page.getByRole("link", { name: "Spring" }).click();
  await expect(supervisor.page.getByText(/outside calling hours at the contacts/)).toBeVisible();
  expect((await onlyCampaign(paceline)).live).toMatchObject({
    binding: { kind: "calling-hours" },
    activeCalls: 0,
    figures: { pending: 3 },
  });
  expect(await callsMade()).toBe(0);
  await chooseHours("At any time");
  await expect.poll(callsMade).toBe(3);
});

test("a campaign's own calling hours go before those of the settings", async () => {
  await closeAllDaysBut(FAR_DAY);
  await prepareCampaign(paceline, { name: "Spring", csv: TALKS });
  await supervisor.open("Campaigns");
  await supervisor.page.getByRole("link", { name: "Spring" }).click();
  await supervisor.page.getByRole("button", { name: "Edit" }).click();
  await supervisor.page.getByRole("button", { name: "More" }).click();
  await expect(supervisor.page.getByText(`In Settings: ${FAR_DAY} 08:00–21:00.`)).toBeVisible();
  await supervisor.page.getByText("Its own", { exact: true }).click();
  await supervisor.page.getByLabel(`${FAR_DAY}, hours 1, from`).fill("22:00");
  await supervisor.page.getByRole("button", { name: "Save changes" }).click();
  await expect(
    supervisor.page.getByText("Calling hours must begin before they end.").first(),
  ).toBeVisible();
  await supervisor.page.getByText("At any time", { exact: true }).click();
  await supervisor.page.getByRole("button", { name: "Save changes" }).click();
  await expect(supervisor.page.getByRole("heading", { level: 1, name: "Spring" })).toBeVisible();
  expect((await onlyCampaign(paceline)).dialing.callingHours).toBeNull();
  await startOnlyCampaign(paceline);
  await expect.poll(callsMade).toBe(3);
});

test("a number that was called as often as its limit allows waits, and its pane says why", async () => {
  await supervisor.open("Settings");
  const limits = section("Attempt limits");
  await limits.getByRole("button", { name: "Add a limit" }).click();
  await limits.getByLabel("Limit 1, calls").fill("1");
  await limits.getByLabel("Limit 1, calls").press("Enter");
  await expect(limits.getByText("Saved", { exact: true })).toBeVisible();
  const dialing = { retryDelayMinutes: 0, ringTimeoutSeconds: 5 };
  await prepareCampaign(paceline, { name: "Spring", csv: NEVER_ANSWERS, dialing });
  await startOnlyCampaign(paceline);
  await supervisor.open("Campaigns");
  await expect(supervisor.page.getByText(/^Resumes .*: attempt limit$/)).toBeVisible({
    timeout: 20_000,
  });
  await supervisor.page.getByRole("link", { name: "Spring" }).click();
  await supervisor.page.getByText("Maya").click();
  const why = section("Why it is not being called");
  await expect(why.getByText(/1 call within 24 hours/)).toBeVisible();
  await why.getByRole("button", { name: /^All \d+ gates$/ }).click();
  await expect(why.getByText("Do-not-call list")).toBeVisible();
  await expectAccessible(supervisor.page, "the gates of a contact");
  await supervisor.open("Audiences");
  await supervisor.page.getByRole("link", { name: "Spring" }).click();
  await supervisor.page.getByText("Maya").click();
  await expect(why.getByText(/^Its number has had 1 call .* It may be called at/)).toBeVisible();
});

test("hours are added, mended and copied by the keyboard alone", async () => {
  const { page } = supervisor;
  const hours = await chooseHours("Within calling hours");
  await tabTo(page, hours.getByRole("button", { name: "Add hours to Monday" }));
  await page.keyboard.press("Enter");
  const from = hours.getByLabel("Monday, hours 2, from");
  await expect(from).toHaveValue("22:00");
  await from.fill("20:30");
  await from.press("Enter");
  await expect(hours.getByText("It overlaps with 08:00–21:00.")).toBeVisible();
  await expect(
    hours.getByText("Not saved: Calling hours of one day must not overlap."),
  ).toBeVisible();
  await expectAccessible(page, "calling hours that overlap");
  await from.fill("21:30");
  await from.press("Enter");
  await expect(hours.getByText(/overlap/)).toHaveCount(0);
  await tabTo(page, hours.getByRole("button", { name: "Copy the hours of Monday" }));
  await page.keyboard.press("Enter");
  const [toWorkingDays, toAllDays] = [0, 1].map((place) => page.getByRole("menuitem").nth(place));
  await expect(toWorkingDays!).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(toAllDays!).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(hours.getByLabel("Sunday, hours 2, from")).toHaveValue("21:30");
  const { callingHours } = await ask(page, "settings.get", null);
  expect(callingHours?.slots).toHaveLength(14);
  expect(callingHours?.slots).toContainEqual({ weekday: 7, from: "21:30", to: "24:00" });
});

async function callsMade(): Promise<number> {
  const { total } = await ask(paceline.page, "calls.page", {
    campaignId: (await onlyCampaign(paceline)).id,
    search: "",
    status: null,
    outcome: null,
    sort: "time",
    descending: true,
    offset: 0,
    limit: 10,
  });
  return total;
}
