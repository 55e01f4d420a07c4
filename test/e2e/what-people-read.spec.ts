import { expect, test } from "@playwright/test";
import { EVENT_CHANNEL, REQUEST_CHANNEL } from "../../src/shared/ipc/bridge";
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

test("says that a transcript is awaited, and shows it when it comes", async () => {
  const { page, app } = paceline;
  const { id } = await prepareCampaign(paceline, {
    name: "Spring",
    csv: contactsCsv({ conversation: 1 }),
  });
  await holdTranscriptsBack();
  await ask(page, "campaigns.start", { id });
  await page.getByRole("link", { name: "Spring" }).click();
  await page
    .getByRole("grid", { name: "Calls" })
    .getByRole("button", { name: /^Play/ })
    .click({ timeout: 30_000 });
  await expect(page.getByText("The transcript is being made")).toBeVisible();

  await app.evaluate(
    ({ BrowserWindow }, { channel, campaignId }) => {
      Object.assign(globalThis, { transcriptsHeldBack: false });
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.send(channel, "calls.changed", { campaignId });
    },
    { channel: EVENT_CHANNEL, campaignId: id },
  );
  await expect(page.getByRole("list", { name: "Transcript" })).toBeVisible();
  await expect(page.getByText("The transcript is being made")).toBeHidden();
});

/** What the application knows of a transcript is not told, until that is over. */
async function holdTranscriptsBack(): Promise<void> {
  await paceline.app.evaluate(({ ipcMain }, channel) => {
    type Answer = (event: unknown, name: string, input: unknown) => Promise<{ value?: object }>;
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, Answer>;
    };
    const held = Object.assign(globalThis, { transcriptsHeldBack: true });
    const answer = handlers.get(channel)!;
    handlers.set(channel, async (event, name, input) => {
      const answered = await answer(event, name, input);
      if (name !== "calls.recording" || !held.transcriptsHeldBack) return answered;
      const nothing = { summary: null, transcript: [], transcriptState: "awaited" };
      return { ...answered, value: { ...answered.value, ...nothing } };
    });
  }, REQUEST_CHANNEL);
}
