import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test, type Locator } from "@playwright/test";
import { ask } from "../support/ask";
import { expectAccessible } from "../support/axe";
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

async function openList(): Promise<void> {
  const { page } = supervisor;
  await supervisor.open("Settings");
  await page.getByRole("link", { name: "Open the do-not-call list" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Do-not-call list" })).toBeVisible();
}

async function add(text: string): Promise<void> {
  const defaultCountry = "US";
  await ask(supervisor.page, "doNotCall.add", { text, defaultCountry, expiresAt: null, note: "" });
}

const dialog = (): Locator => supervisor.page.getByRole("dialog");
const listed = (number: string): Locator => supervisor.page.getByRole("gridcell", { name: number });

test("adds pasted numbers, says which cannot be read, and keeps those to be mended", async () => {
  const { page } = supervisor;
  await openList();
  await expect(page.getByText("No number is on the list")).toBeVisible();
  await page.getByRole("button", { name: "Add numbers…" }).first().click();
  await dialog().getByLabel("Numbers").fill("(415) 555-0132\n+44 20 7183 8750\n12");
  await expect(dialog().getByText("2 numbers; none of them is on the list already.")).toBeVisible();
  await expect(dialog().getByText("1 text cannot be read as a number:")).toBeVisible();
  await dialog().getByText("Until a day").click();
  await dialog().getByLabel("Last day").fill("2099-03-03");
  await dialog().getByLabel("Note").fill("Asked by e-mail");
  await dialog().getByRole("button", { name: "Add 2 numbers" }).click();

  await expect(dialog().getByLabel("Numbers")).toHaveValue("12");
  await dialog().getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("2 numbers added")).toBeVisible();
  await expect(listed("+1 415 555 0132")).toBeVisible();
  await expect(page.getByRole("gridcell", { name: "Until 3 Mar 2099" })).toHaveCount(2);
  await expect(page.getByRole("gridcell", { name: "Asked by e-mail" })).toHaveCount(2);
});

test("searches by the beginning of a number, sorts, and comes back to both", async () => {
  const { page } = supervisor;
  await add("+14155550132\n+14155550133\n+442071838750");
  await openList();
  const search = page.getByLabel("Search numbers");
  await search.fill("020 7183");
  await expect(page.getByRole("status").getByText("1 number", { exact: true })).toBeVisible();
  await expect(listed("+44 20 7183 8750")).toBeVisible();
  await search.fill("999");
  await expect(page.getByText("No such number on the list")).toBeVisible();
  await page.getByRole("button", { name: "Empty the search" }).last().click();

  await page.getByRole("button", { name: "Number", exact: true }).click();
  const first = page.getByRole("row").nth(1);
  await expect(first).toContainText("+1 415 555 0132");
  await page.getByRole("button", { name: "Number", exact: true }).click();
  await expect(first).toContainText("+44 20 7183 8750");
  await supervisor.open("Campaigns");
  await openList();
  await expect(first).toContainText("+44 20 7183 8750");
});

test("removes numbers after saying what that means, and brings them back", async () => {
  const { page } = supervisor;
  await add("+14155550132\n+14155550133\n+14155550134");
  await openList();
  await page.getByRole("button", { name: "Remove numbers…" }).click();
  await dialog().getByLabel("Numbers").fill("+14155550132, +14155550133, +14155550199");
  await expect(
    dialog().getByText("2 of 3 numbers will be removed, 1 stays on the list."),
  ).toBeVisible();
  await dialog().getByRole("button", { name: "Remove 2 numbers" }).click();
  await expect(page.getByText("2 numbers were removed from the list.")).toBeVisible();
  await expect(listed("+1 415 555 0132")).toHaveCount(0);

  await supervisor.open("Campaigns");
  await openList();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("2 numbers are on the list again.")).toBeVisible();
  await expect(listed("+1 415 555 0132")).toBeVisible();
});

test("imports a national list, and takes nobody on for shorter than before", async () => {
  const { page } = supervisor;
  await add("+12024561111");
  await openList();
  const file = await supervisor.writeFile(
    "202.txt",
    "202,4561111\n202,4561414\n202,4561414\n12,1\n",
  );
  await supervisor.chooseInDialog(file);
  await page.getByRole("button", { name: "Import a list…" }).first().click();
  await dialog().getByRole("button", { name: "Choose a file…" }).click();
  await expect(dialog().getByRole("cell", { name: "+1 202 456 1414" })).toHaveCount(2);
  await dialog().getByText("Until a day").click();
  await expect(dialog().getByRole("button", { name: "Import", exact: true })).toBeDisabled();
  await dialog().getByLabel("Last day").fill("2099-03-03");
  await dialog().getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog().getByText("1 number added, 1 row refused.")).toBeVisible();
  const saved = path.join(paceline.dataDir, "refused.csv");
  await supervisor.chooseInDialog(saved);
  await dialog().getByRole("button", { name: "Save refused rows" }).click();
  await expect(dialog().getByText(`Saved as ${saved}`)).toBeVisible();
  expect(await readFile(saved, "utf8")).toContain("12,1,4,Invalid phone number.");
  await dialog().getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("2 numbers · last imported now (202.txt)")).toBeVisible();
  await expect(page.getByRole("row", { name: /456 1111/ })).toContainText("For good");
  await expect(page.getByRole("row", { name: /456 1414/ })).toContainText("Until 3 Mar 2099");
});

test("says what is wrong with a file that holds no numbers", async () => {
  const { page } = supervisor;
  await openList();
  const file = await supervisor.writeFile("letter.txt", "Dear Sir,\nplease do not call.\n");
  await supervisor.chooseInDialog(file);
  await page.getByRole("button", { name: "Import a list…" }).first().click();
  await dialog().getByRole("button", { name: "Choose a file…" }).click();
  await expect(dialog().getByRole("alert")).toContainText("letter.txt");
});

test("exports the list as CSV", async () => {
  const { page } = supervisor;
  await ask(page, "doNotCall.add", {
    text: "+14155550132",
    defaultCountry: "US",
    expiresAt: null,
    note: "=1+1",
  });
  await openList();
  const file = path.join(paceline.dataDir, "list.csv");
  await supervisor.chooseInDialog(file);
  await page.getByRole("button", { name: "Export CSV…" }).click();
  await expect(page.getByText(`Saved as ${file}`)).toBeVisible();
  expect(await readFile(file, "utf8")).toMatch(/\+14155550132,\d{4}-.*,By hand,'=1\+1/);
});

test("a contact on the list ends as Failed without a call", async () => {
  test.setTimeout(120_000);
  await supervisor.importAudience(
    "Two",
    "Name,Phone,plan\nAna,+15005551001,Gold\nBen,+15005551002,Gold",
  );
  await add("+15005551001");
  await supervisor.createFlow("Renewal call");
  await supervisor.createCampaign({ name: "Spring", flow: "Renewal call", audience: "Two" });
  await supervisor.startCampaign();
  await supervisor.expectStatus("COMPLETED", 60_000);
  expect(await supervisor.tiles()).toMatchObject({ Total: 2, Completed: 1, Failed: 1 });
  const { rows } = await ask(supervisor.page, "calls.page", {
    campaignId: null,
    search: "",
    status: null,
    outcome: null,
    sort: "time",
    descending: true,
    offset: 0,
    limit: 10,
  });
  expect(rows.map(({ phone }) => phone)).toEqual(["+15005551002"]);
});

test("a number listed while its campaign runs is not called any more", async () => {
  test.setTimeout(150_000);
  const { page } = supervisor;
  const waiting = Array.from({ length: 5 }, (_, at) => `Contact ${at},+1500555100${at},Gold`);
  await supervisor.importAudience("Five", ["Name,Phone,plan", ...waiting].join("\n"));
  await supervisor.createFlow("Renewal call");
  await supervisor.createCampaign({
    name: "Spring",
    flow: "Renewal call",
    audience: "Five",
    callsPerMinute: 20,
    maxConcurrentCalls: 1,
  });
  await supervisor.startCampaign();
  await add("+15005551003\n+15005551004");
  await supervisor.expectStatus("COMPLETED", 90_000);
  expect(await supervisor.tiles()).toMatchObject({ Total: 5, Completed: 3, Failed: 2 });
  expect(await ask(page, "doNotCall.summary", null)).toMatchObject({ numbers: 2 });
});

test("a number is listed from its call, and taken off where that was a slip", async () => {
  test.setTimeout(120_000);
  const { page } = supervisor;
  await supervisor.importAudience("One", "Name,Phone,plan\nAna,+15005551001,Gold");
  await supervisor.createFlow("Renewal call");
  await supervisor.createCampaign({ name: "Spring", flow: "Renewal call", audience: "One" });
  await supervisor.startCampaign();
  await supervisor.expectStatus("COMPLETED", 60_000);
  await page.getByRole("row", { name: /Ana/ }).click();
  const pane = page.getByRole("complementary", { name: "Call with Ana" });
  await pane.getByRole("button", { name: "Add to do-not-call list" }).click();
  await expect(pane.getByText("On the do-not-call list")).toBeVisible();
  await openList();
  await expect(page.getByRole("gridcell", { name: "On a call" })).toHaveCount(1);

  await supervisor.open("Calls");
  await page.getByRole("row", { name: /Ana/ }).click();
  await pane.getByRole("button", { name: "Take it off" }).click();
  await expect(pane.getByRole("button", { name: "Add to do-not-call list" })).toBeVisible();
  expect(await ask(page, "doNotCall.summary", null)).toMatchObject({ numbers: 0 });
});

test("is used by keyboard alone", async () => {
  const { page } = supervisor;
  await openList();
  await tabTo(page, page.getByRole("button", { name: "Add numbers…" }));
  await page.keyboard.press("Enter");
  await expect(dialog().getByLabel("Numbers")).toBeFocused();
  await page.keyboard.type("+14155550132, +14155550133");
  await expect(dialog().getByRole("button", { name: "Add 2 numbers" })).toBeEnabled();
  await tabTo(page, dialog().getByRole("button", { name: "Add 2 numbers" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 numbers added")).toBeVisible();

  await tabTo(page, page.getByRole("grid"));
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(dialog().getByRole("button", { name: "Keep on the list" })).toBeFocused();
  await tabTo(page, dialog().getByRole("button", { name: "Remove the number" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 number was removed from the list.")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Undo" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 number is on the list again.")).toBeVisible();
});

test("can be used with a screen reader, in light and dark", async () => {
  test.setTimeout(120_000);
  const { page } = supervisor;
  await openList();
  await expectAccessible(page, "the list, empty");
  await add("+14155550132\n+14155550133");
  await expect(listed("+1 415 555 0132")).toBeVisible();
  await page.getByRole("button", { name: "Add numbers…" }).first().click();
  await dialog().getByLabel("Numbers").fill("+14155550132\nAna");
  await expect(dialog().getByText("1 text cannot be read as a number:")).toBeVisible();
  await dialog().getByText("Until a day").click();
  await expectAccessible(page, "Add numbers");
  await dialog().getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Remove numbers…" }).click();
  await dialog().getByLabel("Numbers").fill("+14155550132");
  await expect(dialog().getByText("1 of 1 number will be removed")).toBeVisible();
  await expectAccessible(page, "Remove numbers");
  await dialog().getByRole("button", { name: "Remove 1 number" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await expectAccessible(page, "the list, after a removal");
  await page.getByRole("row").nth(1).click();
  await expect(dialog().getByText("By hand")).toBeVisible();
  await expectAccessible(page, "a number");
  await dialog().getByRole("button", { name: "Keep on the list" }).click();

  await supervisor.chooseInDialog(await supervisor.writeFile("list.txt", "4155550134\n12\n"));
  await page.getByRole("button", { name: "Import a list…" }).first().click();
  await dialog().getByRole("button", { name: "Choose a file…" }).click();
  await expect(dialog().getByText("Refused:")).toBeVisible();
  await expectAccessible(page, "import: columns");
  await dialog().getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog().getByText("1 number added, 1 row refused.")).toBeVisible();
  await expectAccessible(page, "import: result");
});
