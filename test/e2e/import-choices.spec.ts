import { expect, test, type Locator } from "@playwright/test";
import { ask } from "../support/ask";
import { workbook } from "../support/csv-files/workbook";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { tabTo } from "../support/keyboard";
import { Supervisor } from "../support/supervisor";

let paceline: RunningPaceline;
let supervisor: Supervisor;

test.beforeEach(async () => {
  paceline = await launchPaceline();
  supervisor = new Supervisor(paceline);
});

test.afterEach(() => paceline.close());

const importButton = (dialog: Locator) =>
  dialog.getByRole("button", { name: "Import", exact: true });
const roleOf = (dialog: Locator, column: string) =>
  dialog.getByRole("combobox", { name: `Use of the column ${column}`, exact: true });
const field = (dialog: Locator, name: string) =>
  dialog.getByRole("combobox", { name, exact: true });

async function only(name: string) {
  const audience = (await ask(supervisor.page, "audiences.list", null)).find(
    (one) => one.name === name,
  );
  return audience!;
}

test("imports the sheet of a workbook that is chosen", async () => {
  const book = await workbook({
    Leads: [
      ["Name", "Phone"],
      ["Ana", 4155550132],
    ],
    Customers: [
      ["Customer ID", "Kunde", "Mobile", "Office phone", "Time zone", "Plan"],
      ["K-1", "Bo Ray", 4155550133, "+1 415 555 0134", "America/Chicago", "gold"],
      ["K-2", "Cy Lee", "none", "+1 415 555 0135", "Mars/Olympus", "tin"],
    ],
  });
  const dialog = await supervisor.previewFile("people.xlsx", Buffer.from(book));
  await expect(field(dialog, "Sheet")).toHaveValue("Leads");
  await expect(dialog.getByRole("cell", { name: "+14155550132" })).toBeVisible();
  await expect(field(dialog, "Encoding")).toHaveCount(0);

  await field(dialog, "Sheet").selectOption("Customers");
  for (const [column, role] of [
    ["Customer ID", "external-id"],
    ["Kunde", "name"],
    ["Mobile", "phone"],
    ["Office phone", "alternate-phone"],
    ["Time zone", "time-zone"],
    ["Plan", "variable"],
  ] as const) {
    await expect(roleOf(dialog, column)).toHaveValue(role);
  }
  await expect(dialog.getByText("the first alternate is taken")).toBeVisible();
  await expect(dialog.getByText("No such time zone")).toBeVisible();
  await importButton(dialog).click();
  await expect(dialog.getByText("Every row was imported.")).toBeVisible();
  await expect(dialog.getByText("1 row: Phone had no valid number")).toBeVisible();
  await expect(dialog.getByText("1 row: the time zone is not known")).toBeVisible();
  expect(await only("people")).toMatchObject({ contacts: 2, variables: ["Plan"] });
});

test("says that the default country is likely wrong, and takes the better one", async () => {
  const list = ["Name,Phone", "Ana,020 7946 0123", "Bo,020 7946 0124", "Cy,07400 123456"];
  const dialog = await supervisor.previewFile("britain.csv", list.join("\n"));
  const notice = dialog.getByRole("status").filter({ hasText: "without a country code" });
  await expect(notice).toContainText(
    "3 of the first 3 numbers without a country code are no numbers of United States",
  );
  await notice.getByRole("button", { name: "Use United Kingdom" }).click();
  await expect(notice).toHaveCount(0);
  await expect(dialog.getByRole("cell", { name: "+442079460123" })).toBeVisible();
  await importButton(dialog).click();
  await expect(dialog.getByText("Every row was imported.")).toBeVisible();
});

test("names the country in the result when most numbers were none of it", async () => {
  const dialog = await supervisor.previewFile("b.csv", "Phone\n020 7946 0123\n+14155550132\n");
  await importButton(dialog).click();
  await expect(dialog.getByText("1 contact imported, 1 row refused.")).toContainText(
    "Numbers without a country code were read as those of United States.",
  );
});

test("skips, updates or keeps contacts whose number is there already", async () => {
  await supervisor.importAudience("First", "Name,Phone,plan\nAna,+14155550132,gold");
  const more = "Name,Phone,plan\nAnna,+14155550132,tin\nBen,+14155550133,tin\n";
  const again = async (rule: string, result: string) => {
    const dialog = await supervisor.previewFile("more.csv", more);
    await dialog.getByText("Append to…").click();
    await field(dialog, "Audience").selectOption("First");
    await dialog.getByLabel("Numbers that come twice").selectOption(rule);
    await importButton(dialog).click();
    await expect(dialog.getByText(result)).toBeVisible();
    await dialog.getByRole("button", { name: "Done" }).click();
  };
  await again("skip", "1 contact imported, 1 row skipped.");
  expect((await only("First")).contacts).toBe(2);
  await again("update", "Every row was imported, or has updated a contact.");
  expect((await only("First")).contacts).toBe(2);
  await again("keep", "Every row was imported.");
  expect((await only("First")).contacts).toBe(4);
});

test("skips numbers on the do-not-call list, unless told not to", async () => {
  await ask(supervisor.page, "doNotCall.add", {
    text: "+14155550132",
    defaultCountry: "US",
    expiresAt: null,
    note: "",
  });
  const list = "Name,Phone\nAna,+14155550132\nBen,+14155550133\n";
  const dialog = await supervisor.previewFile("list.csv", list);
  const skip = dialog.getByRole("checkbox", { name: "Skip numbers on the do-not-call list" });
  await expect(skip).toBeChecked();
  await importButton(dialog).click();
  await expect(dialog.getByText("1 contact imported, 1 row skipped.")).toBeVisible();
  await expect(dialog.getByRole("gridcell", { name: "On the do-not-call list" })).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();

  const second = await supervisor.previewFile("all.csv", list);
  await second.getByRole("checkbox", { name: "Skip numbers on the do-not-call list" }).uncheck();
  await importButton(second).click();
  await expect(second.getByText("Every row was imported.")).toBeVisible();
});

test("reads the file again in another encoding, with another quote, without a header", async () => {
  const bytes = Buffer.from("Name,Phone\n'Lee, Zoë',4155550132\n'Ray, Bo',4155550133\n", "latin1");
  const dialog = await supervisor.previewFile("list.csv", bytes);
  await expect(field(dialog, "Quote")).toHaveValue("'");
  await expect(dialog.getByRole("cell", { name: "Lee, Zoë" })).toBeVisible();
  await field(dialog, "Encoding").selectOption("cp850");
  await expect(dialog.getByRole("cell", { name: "Lee, ZoÙ" })).toBeVisible();
  await field(dialog, "Encoding").selectOption("windows-1252");
  await field(dialog, "Quote").selectOption("");
  await expect(dialog.getByRole("cell", { name: "'Lee", exact: true })).toBeVisible();
  await field(dialog, "Quote").selectOption("'");
  await dialog.getByRole("checkbox", { name: "The first row is a header" }).click();
  await expect(roleOf(dialog, "Column 2")).toBeVisible();
});

test("keeps its buttons in sight in the smallest window", async () => {
  await paceline.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  );
  const people = Array.from({ length: 30 }, (_, n) => `Ana ${n},${n % 2 ? "12" : 4155550100 + n}`);
  const dialog = await supervisor.previewFile("list.csv", ["Name,Phone", ...people].join("\n"));
  await expect(dialog.getByText("Refused:").first()).toBeVisible();
  await expect(importButton(dialog)).toBeInViewport({ ratio: 1 });
  await importButton(dialog).click();
  await expect(dialog.getByText("15 contacts imported, 15 rows refused.")).toBeVisible();
  const open = dialog.getByRole("button", { name: "Open the audience" });
  await expect(open).toBeInViewport({ ratio: 1 });
  await open.click();
  await supervisor.page.getByRole("button", { name: "Add contact…" }).click();
  await expect(dialog.getByRole("button", { name: "Add" })).toBeInViewport({ ratio: 1 });
});

test("is walked through by keyboard alone, every choice on the way", async () => {
  const { page } = supervisor;
  const list = "Name,Mobile,Plan\nAna,4155550132,gold\nBen,4155550132,tin\n";
  await supervisor.chooseInDialog(await supervisor.writeFile("keys.csv", list));
  await supervisor.open("Audiences");
  await tabTo(page, page.getByRole("button", { name: "+ Import CSV" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Choose a file…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(importButton(dialog)).toBeFocused();

  await tabTo(page, dialog.getByRole("textbox", { name: "Name" }));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("By keyboard");
  await tabTo(page, dialog.getByLabel("Numbers that come twice"));
  await page.keyboard.type("Update");
  await tabTo(page, dialog.getByRole("checkbox", { name: "Skip numbers on the do-not-call list" }));
  await page.keyboard.press("Space");
  await tabTo(page, roleOf(dialog, "Plan"));
  await page.keyboard.type("External");
  await expect(roleOf(dialog, "Plan")).toHaveValue("external-id");
  await tabTo(page, importButton(dialog));
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Every row was imported, or has updated a contact.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "By keyboard" })).toBeVisible();
  expect(await only("By keyboard")).toMatchObject({ contacts: 1, variables: [] });
});
