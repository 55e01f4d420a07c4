import { expect, test, type Page } from "@playwright/test";
import type { AppError, Result } from "../../src/shared/app-error";
import type { CampaignDraft } from "../../src/shared/campaign";
import type { Bridge } from "../../src/shared/ipc/bridge";
import type { RequestInput, RequestName } from "../../src/shared/ipc/contract";
import { formatCount } from "../../src/shared/format-count";
import { ask } from "../support/ask";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { Supervisor } from "../support/supervisor";

let paceline: RunningPaceline;
let supervisor: Supervisor;
let page: Page;

test.beforeEach(async () => {
  paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "60" } });
  supervisor = new Supervisor(paceline);
  page = supervisor.page;
});

test.afterEach(() => paceline.close());

const field = (label: string) =>
  page
    .getByRole("textbox", { name: label, exact: true })
    .or(page.getByRole("combobox", { name: label, exact: true }));

/** What stands below the field, and is read out with it. */
const expectBelow = (label: string, words: string) =>
  expect(field(label)).toHaveAccessibleDescription(new RegExp(escaped(words)));

const escaped = (words: string) => words.replace(/[.()]/g, "\\$&");

const summary = () => page.getByRole("region", { name: "What this comes to" });
const submit = () => page.getByRole("button", { name: "Create Campaign", exact: true }).click();

async function openForm(): Promise<void> {
  await supervisor.open("Campaigns");
  await page.getByText("+ Create Campaign").first().click();
}

/** A day of next year in that month: the `nth` Sunday, on which clocks are changed. */
function sundayNextYear(month: number, nth: number): string {
  const first = new Date(Date.UTC(new Date().getUTCFullYear() + 1, month - 1, 1));
  const day = 1 + ((7 - first.getUTCDay()) % 7) + 7 * (nth - 1);
  return new Date(first.setUTCDate(day)).toISOString().slice(0, 10);
}

test("each field of Create Campaign says what is wrong with it, and nothing is created", async () => {
  test.setTimeout(90_000);
  await ask(page, "sample.install", null);
  await openForm();

  await test.step("what is left out", async () => {
    await submit();
    for (const [label, message] of [
      ["Name", "Name is required."],
      ["Flow", "Flow is required"],
      ["Audience", "Audience is required"],
    ] as const) {
      await expectBelow(label, message);
    }
    await expect(field("Name")).toBeFocused();
  });

  await test.step("numbers", async () => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    const limits = [
      ["Calls Per Minute", "Calls Per Minute", 1, 1_800],
      ["Max Concurrent Calls", "Max Concurrent Calls", 1, 1_000],
      ["Max Retries", "Max Retries", 0, 20],
      ["Retry Delay (minutes)", "Retry Delay", 0, 10_080],
      ["Call Timeout (minutes)", "Call Timeout", 1, 240],
      ["Ring timeout (seconds)", "Ring timeout", 5, 600],
      ["Hung up immediately within (seconds)", "Hung up immediately within", 0, 60],
    ] as const;
    for (const [label, name, least, most] of limits) {
      const number = field(label);
      for (const [typed, message] of [
        [String(least - 1), `${name} must be at least ${least}.`],
        ["999999999", `${name} must be at most ${formatCount(most)}.`],
        ["2.5", `${name} must be a whole number.`],
        ["", `${name} must be a number.`],
      ] as const) {
        await number.fill(typed);
        await number.blur();
        await expectBelow(label, message);
      }
      await number.fill(String(most));
      await number.blur();
      await expect(number).not.toHaveAttribute("aria-invalid", "true");
    }
  });

  await test.step("a date that has passed, and a zone that is missing or unknown", async () => {
    await field("Name").fill("Never made");
    await supervisor.choose("Flow", "Sample");
    await supervisor.choose("Audience", "Sample");
    await page.getByLabel("Scheduled Start").fill("2020-01-01T09:00");
    await supervisor.choose("Timezone", "America/New_York");
    await expect(summary()).toContainText("This time has passed.");
    await submit();
    await expect(page.getByLabel("Scheduled Start")).toHaveAccessibleDescription(
      /^This time has passed\. Choose a later one/,
    );

    const zone = field("Timezone");
    await zone.fill("Mars/Olympus");
    await expect(page.getByText("No such zone. Type a city, such as Chicago.")).toBeVisible();
    await zone.blur();
    await expect(zone).toHaveValue("America/New_York");
    // Chosen once more, it is chosen no longer.
    await supervisor.choose("Timezone", "America/New_York");
    await zone.blur();
    await expect(zone).toHaveValue("");
    await submit();
    await expectBelow("Timezone", "Timezone is required once Scheduled Start is set.");
  });

  const names = (await ask(page, "campaigns.list", null)).map(({ name }) => name);
  expect(names).toEqual(["Sample campaign"]);
});

test("says which limit binds, and what becomes of a local time that a clock change touches", async () => {
  await ask(page, "sample.install", null);
  await supervisor.fillCampaign({ name: "Spring", flow: "Sample", audience: "Sample" });

  await test.step("limits", async () => {
    await expect(summary()).toContainText("Max Concurrent Calls binds: 5 at once");
    await expect(summary()).toContainText(
      "10 a minute with 5 at once holds only while a call takes 30 s or less.",
    );
    await expect(page.getByText("Start with 3–5 concurrent calls")).toBeVisible();
    await page.getByLabel("Max Concurrent Calls").fill("20");
    await expect(summary()).toContainText("Calls Per Minute binds: 10 calls a minute.");
    await ask(page, "settings.update", { accountCallsPerSecond: 1 });
    await page.getByLabel("Calls Per Minute").fill("90");
    await page.getByLabel("Max Concurrent Calls").fill("500");
    await expect(summary()).toContainText("The account's own limit binds");
    await expect(summary()).toContainText("at most 1 call a second");
  });

  await test.step("local times", async () => {
    const zone = "America/New_York";
    const start = page.getByLabel("Scheduled Start");
    await start.fill(`${sundayNextYear(3, 2)}T02:30`);
    await supervisor.choose("Timezone", zone);
    await expect(summary()).toContainText(
      `Clocks in ${zone} are put forward over this time: it starts at 03:30 there.`,
    );
    await start.fill(`${sundayNextYear(11, 1)}T01:30`);
    await expect(summary()).toContainText(
      `Clocks in ${zone} are put back and show this time twice: it starts the first time`,
    );
  });

  await submit();
  await expect(page.getByRole("heading", { level: 1, name: "Spring" })).toBeVisible();
  await expect(page.getByText(/Scheduled for/).first()).toBeVisible();
});

test("drafts are edited and deleted, and hold on to their flow and audience until then", async () => {
  const { flowName, audienceName } = await ask(page, "sample.install", null);

  await test.step("edited", async () => {
    await supervisor.open("Campaigns");
    await page.getByRole("link", { name: "Sample campaign" }).click();
    await page.getByRole("button", { name: "Edit" }).click();
    await field("Name").fill("");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expectBelow("Name", "Name is required.");
    await field("Name").fill("Autumn");
    await page.getByLabel("Calls Per Minute").fill("12");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Autumn" })).toBeVisible();
    const [campaign] = await ask(page, "campaigns.list", null);
    expect(campaign).toMatchObject({ name: "Autumn", dialing: { callsPerMinute: 12 } });
  });

  await test.step("needed", async () => {
    for (const [section, what, name] of [
      ["Flows", "flow", flowName],
      ["Audiences", "audience", audienceName],
    ] as const) {
      await supervisor.open(section);
      await page.getByRole("link", { name }).click();
      await page.getByRole("button", { name: "Delete…" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
      await expect(page.getByRole("alert")).toContainText(
        `The ${what} was not deleted: “Autumn” needs it.`,
      );
    }
  });

  await test.step("deleted, after which nothing needs the flow", async () => {
    await supervisor.open("Campaigns");
    await page.getByRole("button", { name: "More for Autumn" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Keep the draft" }).click();
    await page.getByRole("button", { name: "More for Autumn" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(page.getByText("No campaigns yet")).toBeVisible();
  });

  await test.step("a flow that vanishes while the form is open", async () => {
    await supervisor.fillCampaign({ name: "Late", flow: flowName, audience: "Sample" });
    const [flow] = await ask(page, "flows.list", null);
    await ask(page, "flows.delete", { id: flow!.id });
    await submit();
    await expectBelow("Flow", "The flow is not there any more.");
    expect(await ask(page, "campaigns.list", null)).toEqual([]);
  });
});

test("refuses what a campaign's status does not allow, and says why", async () => {
  const { id, flowId, audienceId, dialing } = await ask(page, "sample.install", null);
  const refusals = async (names: readonly Action[]) =>
    Promise.all(names.map(async (name) => (await refusal(name, { id })).message));

  expect(await refusals(["campaigns.pause", "campaigns.resume", "campaigns.cancel"])).toEqual([
    "The campaign was not paused: it has not been started.",
    "The campaign was not resumed: it has not been started.",
    "The campaign was not cancelled: it has not been started, and a draft can be deleted.",
  ]);
  await ask(page, "campaigns.start", { id });
  expect(await refusals(["campaigns.start", "campaigns.resume", "campaigns.delete"])).toEqual([
    "The campaign was not started: it is dialing already.",
    "The campaign was not resumed: it is dialing already.",
    "The campaign is IN_PROGRESS: only a DRAFT can be deleted. It was left as it is.",
  ]);
  await ask(page, "campaigns.pause", { id });
  expect(await refusals(["campaigns.start", "campaigns.pause"])).toEqual([
    "The campaign was not started: it has been started and is paused, so it can be resumed.",
    "The campaign was not paused: it is paused.",
  ]);
  await ask(page, "campaigns.cancel", { id });
  expect(await refusals(["campaigns.start", "campaigns.resume", "campaigns.cancel"])).toEqual([
    "The campaign was not started: it was cancelled, which is for good.",
    "The campaign was not resumed: it was cancelled, which is for good.",
    "The campaign was not cancelled: it was cancelled, which is for good.",
  ]);

  const draft: CampaignDraft = {
    name: "Elsewhere",
    flowId: flowId!,
    audienceId: audienceId!,
    scheduledStart: { local: "2099-02-30T09:00", timeZone: "Europe/Paris" },
    dialing,
    callerId: null,
  };
  expect(await refusal("campaigns.create", draft)).toMatchObject({
    field: "scheduledStart.local",
    message: "There is no such date. Choose another.",
  });
  const onMars = { ...draft.scheduledStart!, timeZone: "Mars/Olympus" };
  expect(await refusal("campaigns.create", { ...draft, scheduledStart: onMars })).toMatchObject({
    field: "scheduledStart.timeZone",
    message: "This time zone is not known. Choose one from the list.",
  });
  expect(await ask(page, "campaigns.list", null)).toHaveLength(1);
});

type Action = Extract<
  RequestName,
  `campaigns.${"start" | "pause" | "resume" | "cancel" | "delete"}`
>;

declare const window: { readonly paceline: Bridge };

/** What the application answers to a request that it has to refuse. */
async function refusal<N extends RequestName>(name: N, input: RequestInput<N>): Promise<AppError> {
  const result = (await page.evaluate(
    ([name, input]) => window.paceline.request(name, input as never),
    [name, input] as const,
  )) as Result<unknown>;
  if (result.ok) throw new Error(`${name} was not refused.`);
  return result.error;
}
