import { expect, test } from "@playwright/test";
import { ask } from "../support/ask";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { prepareCampaign } from "../support/prepared-campaign";
import { Supervisor } from "../support/supervisor";

let paceline: RunningPaceline;

test.beforeEach(async () => {
  paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "60" } });
});

test.afterEach(() => paceline.close());

/** Numbers as the carrier takes them: nobody reads eleven digits in a row. */
const E164 = /\+\d{7,}/;

test("shows phone numbers in groups, wherever a caller ID stands", async () => {
  const { page } = paceline;
  const supervisor = new Supervisor(paceline);
  const [callerId] = await ask(page, "account.callerIds", null);
  await supervisor.open("Settings");
  const list = page.getByRole("list").filter({ hasText: /^\+1 \d{3} \d{3} \d{4}/ });
  await expect(list).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(E164);

  await supervisor.open("Campaigns");
  await page.getByText("+ Create Campaign").first().click();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("combobox", { name: "Caller ID" }).click();
  const option = page.getByRole("option", { name: /^\+1 \d{3} \d{3} \d{4}$/ });
  await expect(option.first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(E164);

  const draft = await prepareCampaign(paceline, {
    name: "Spring renewal of the northern counties",
    csv: contactsCsv({ conversation: 1 }),
  });
  const { flowId, audienceId, name, scheduledStart, dialing } = draft;
  const changed = { name, scheduledStart, dialing, flowId: flowId!, audienceId: audienceId! };
  await ask(page, "campaigns.update", {
    id: draft.id,
    draft: { ...changed, callerId: callerId! },
  });
  await supervisor.open("Campaigns");
  await page.getByRole("link", { name }).click();
  await expect(page.getByText(/from \+1 \d{3} \d{3} \d{4} ·/)).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(E164);
});

test("leaves room for a campaign's name in a narrow window", async () => {
  const { page } = paceline;
  const name = "Spring renewal, north";
  await prepareCampaign(paceline, { name, csv: contactsCsv({ conversation: 1 }) });
  await paceline.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700),
  );
  const link = page.getByRole("link", { name });
  await expect(link).toBeVisible();
  await expect
    .poll(() => link.evaluate((element) => element.scrollWidth - element.clientWidth))
    .toBeLessThanOrEqual(0);
  await expect(page.getByRole("button", { name: "Start Campaign" })).toBeInViewport({ ratio: 1 });
});

test("says the hint on concurrent calls once before a start", async () => {
  const { page } = paceline;
  await page.getByRole("button", { name: "Try it with a sample" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Max Concurrent Calls binds");
  await expect(dialog).not.toContainText("holds only while");
});
