import { expect, test } from "@playwright/test";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { Supervisor } from "../support/supervisor";

let paceline: RunningPaceline;
let supervisor: Supervisor;

test.beforeEach(async () => {
  paceline = await launchPaceline();
  supervisor = new Supervisor(paceline);
});

test.afterEach(() => paceline.close());

const WITH_FAULTS = [
  "Name;Mobile;Plan",
  "Ana Lee;+1 415 555 0132;Gold",
  "محمد الأحمد;+1 415 555 0133;Basic",
  "Bob;12345;Basic",
  "Nobody;;Basic",
  "Ana again;(415) 555-0132;Basic",
].join("\n");

test("walks through an import by Enter alone, and lists each refused row with its reason", async () => {
  const { page } = supervisor;
  await supervisor.chooseInDialog(await supervisor.writeFile("spring_list.csv", WITH_FAULTS));
  await supervisor.open("Audiences");
  await page.getByRole("button", { name: "+ Import CSV" }).first().focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");

  await expect(dialog.getByRole("button", { name: "Choose a file…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeFocused();
  await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue("spring list");
  await expect(dialog.getByText("Refused:")).toHaveCount(2);
  await expect(dialog.getByText("Skipped: line 2 has this number already.")).toBeVisible();
  await page.keyboard.press("Enter");

  await expect(
    dialog.getByText("2 contacts imported, 1 row skipped, 2 rows refused."),
  ).toBeVisible();
  for (const reason of ["Invalid phone number", "No phone number", "The number is there already"]) {
    await expect(dialog.getByRole("gridcell", { name: reason })).toBeVisible();
  }
  await expect(dialog.getByRole("button", { name: "Open the audience" })).toBeFocused();
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: "spring list" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "محمد الأحمد" })).toContainText("Basic");
});

test("imports nothing before it is said which column holds the phone numbers", async () => {
  const dialog = await supervisor.previewFile("list.csv", WITH_FAULTS);
  const importButton = dialog.getByRole("button", { name: "Import", exact: true });
  const mobile = dialog.getByRole("combobox", { name: "Use of the column Mobile" });
  await mobile.selectOption("Variable");
  await expect(dialog.getByText("Choose the column that holds the phone numbers.")).toBeVisible();
  await expect(importButton).toBeDisabled();
  await mobile.selectOption("Phone");
  await expect(importButton).toBeEnabled();
});

test("reads the file again when the delimiter was found out wrongly", async () => {
  const dialog = await supervisor.previewFile("list.csv", WITH_FAULTS);
  const mobile = dialog.getByRole("combobox", { name: "Use of the column Mobile" });
  await expect(mobile).toBeVisible();
  await dialog.getByRole("combobox", { name: "Delimiter" }).selectOption("Comma");
  await expect(mobile.or(dialog.getByRole("alert"))).not.toHaveCount(0);
  await dialog.getByRole("combobox", { name: "Delimiter" }).selectOption("Semicolon");
  await expect(mobile).toHaveValue("phone");
});

test("appends to an audience that is there, and calls no number of it twice", async () => {
  const { page } = supervisor;
  await supervisor.importAudience("First", "Name,Phone\nAna,+14155550132");
  await supervisor.chooseInDialog(
    await supervisor.writeFile("more.csv", "Name,Phone\nAna,+14155550132\nBen,+14155550133"),
  );
  await page.getByRole("link", { name: "First" }).click();
  await page.getByRole("button", { name: "Append CSV…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Choose a file…" }).click();
  await expect(dialog.getByRole("combobox", { name: "Audience" })).toContainText("First");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog.getByText("1 contact imported, 1 row skipped.")).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("status").getByText("2 contacts")).toBeVisible();
});

test("says what is wrong with a file that cannot be imported", async () => {
  const dialog = await supervisor.previewFile("empty.csv", "");
  await expect(dialog.getByRole("alert")).toContainText("empty.csv");
  await expect(dialog.getByRole("button", { name: "Choose a file…" })).toBeVisible();
});
