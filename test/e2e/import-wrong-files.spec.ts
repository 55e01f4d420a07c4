import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { expect, test, type Locator } from "@playwright/test";
import { ask } from "../support/ask";
import { contactsCsv } from "../support/contacts-csv";
import { dropFile } from "../support/drop-file";
import { launchPaceline, type RunningPaceline } from "../support/electron";
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

const audienceNames = async () =>
  (await ask(supervisor.page, "audiences.list", null)).map(({ name }) => name);

test("says of each file that holds no contacts why not, and takes the next one", async () => {
  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00]);
  const noise = Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 7) % 32));
  const files: readonly [name: string, content: string | Buffer, message: string][] = [
    ["empty.csv", "", "“empty.csv” is empty."],
    ["header.csv", "Name,Phone\n", "“header.csv” has a header, but no rows below it."],
    ["poem.csv", "Roses are red\nViolets are blue\n", "no phone numbers in it"],
    ["book.xlsx", zip, "“book.xlsx” is an archive or a damaged workbook."],
    [
      "noise.csv",
      noise,
      "“noise.csv” is not a text file. Only CSV files and Excel workbooks (.xlsx) can be imported.",
    ],
  ];
  const dialog = await supervisor.openImport();
  for (const [name, content, message] of files) {
    await supervisor.chooseFile(await supervisor.writeFile(name, content));
    await expect(dialog.getByRole("alert")).toContainText(message);
  }
  await supervisor.chooseFile(path.join(paceline.dataDir, "never.csv"));
  await expect(dialog.getByRole("alert")).toContainText("“never.csv” is no longer there.");
  await supervisor.chooseFile(paceline.dataDir);
  await expect(dialog.getByRole("alert")).toContainText("is a folder. Nothing was read.");

  await test.step("a file without a column of phone numbers", async () => {
    const file = await supervisor.writeFile("people.csv", "Name,City\nAna,Rome\nBo,Oslo\n");
    await supervisor.chooseFile(file);
    await expect(dialog.getByRole("status")).toHaveText(
      "Choose the column that holds the phone numbers.",
    );
    await expect(importButton(dialog)).toBeDisabled();
    await dialog.getByRole("button", { name: "Another file" }).click();
  });

  await test.step("a file that vanishes after it was looked at", async () => {
    const file = await supervisor.writeFile("brief.csv", contactsCsv({ conversation: 2 }));
    await supervisor.chooseFile(file);
    await expect(dialog.getByRole("cell", { name: "conversation 1" })).toBeVisible();
    await rm(file);
    await importButton(dialog).click();
    await expect(dialog.getByRole("alert")).toContainText(
      "“brief.csv” is no longer there. Nothing was imported.",
    );
  });

  expect(await audienceNames()).toEqual([]);
});

test("lists refused rows with line and reason, and saves them to be mended", async () => {
  const { page } = supervisor;
  const text = [
    "Name;Telefon;Größe",
    "Zoë Müller;+15005551001;L",
    "Jürgen;12345;M",
    "André;;S",
    "Zoë again;+1 500 555 1001;L",
    "Bo;+15005551002;XL;too much",
    "François;+15005551003;M",
  ].join("\r\n");
  const dialog = await supervisor.previewFile("Kunden.csv", Buffer.from(text, "latin1"));
  await expect(dialog.getByLabel("Encoding")).toHaveValue("windows-1252");
  await expect(dialog.getByLabel("Delimiter")).toHaveValue(";");
  await expect(dialog.getByRole("cell", { name: "Zoë Müller" })).toBeVisible();
  await expect(dialog.getByText("Skipped: line 2 has this number already.")).toBeVisible();
  await importButton(dialog).click();

  await expect(
    dialog.getByText("2 contacts imported, 1 row skipped, 3 rows refused."),
  ).toBeVisible();
  const rows = dialog.getByRole("grid", { name: "Refused rows" }).getByRole("row");
  for (const [at, line, reason, row] of [
    [1, "3", "Invalid phone number", "Jürgen · 12345 · M"],
    [2, "4", "No phone number", "André · · S"],
    [3, "5", "The number is there already", "Zoë again · +1 500 555 1001 · L"],
    [4, "6", "The row cannot be read", "Bo · +15005551002 · XL · too much"],
  ] as const) {
    const cells = rows.nth(at).getByRole("gridcell");
    await expect(cells.nth(0)).toHaveText(line);
    await expect(cells.nth(1)).toHaveText(reason);
    await expect(cells.nth(3)).toHaveText(row);
  }

  const saved = path.join(paceline.dataDir, "refused rows.csv");
  await supervisor.chooseInDialog(saved);
  await dialog.getByRole("button", { name: "Save refused rows" }).click();
  await expect(dialog.getByText(`Saved as ${saved}`)).toBeVisible();
  const lines = (await readFile(saved, "utf8")).replace("\ufeff", "").trimEnd().split("\r\n");
  expect(lines).toEqual([
    "Name;Telefon;Größe;Line;Reason",
    expect.stringMatching(/^Jürgen;12345;M;3;Invalid phone number\. ./),
    expect.stringMatching(/^André;;S;4;No phone number\. ./),
    expect.stringMatching(/^Zoë again;'?\+1 500 555 1001;L;5;The number is there already\. ./),
    expect.stringMatching(/^Bo;'?\+15005551002;"XL;too much";6;The row cannot be read\. ./),
  ]);

  await dialog.getByRole("button", { name: "Open the audience" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Kunden" })).toBeVisible();
  await expect(page.getByRole("gridcell", { name: "François" })).toBeVisible();
});

test("keeps nothing of a file whose rows are all refused, and still saves them", async () => {
  const dialog = await supervisor.previewFile("wrong.csv", "Name,Phone\nAna,12\nBo,\nCy,123456\n");
  await importButton(dialog).click();
  await expect(dialog.getByText("Nothing was imported: every row was refused.")).toBeVisible();
  const rows = dialog.getByRole("grid", { name: "Refused rows" }).getByRole("row");
  await expect(rows).toHaveCount(4);

  const saved = path.join(paceline.dataDir, "refused rows.csv");
  await supervisor.chooseInDialog(saved);
  await dialog.getByRole("button", { name: "Save refused rows" }).click();
  await expect(dialog.getByText(`Saved as ${saved}`)).toBeVisible();
  expect(await readFile(saved, "utf8")).toContain("Cy,123456,4,Invalid phone number.");
  await dialog.getByRole("button", { name: "Back to the columns" }).click();
  await expect(importButton(dialog)).toBeEnabled();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(supervisor.page.getByText("No audiences yet")).toBeVisible();
});

test("leaves nothing behind when an import of 200,000 rows is cancelled", async () => {
  const { page } = supervisor;
  const rows = Array.from({ length: 200_000 }, (_, n) => `Contact ${n},+1415${2_000_000 + n}`);
  const dialog = await supervisor.previewFile("big.csv", ["Name,Phone", ...rows].join("\n"));
  await importButton(dialog).click();
  await expect(dialog.getByText(/\d rows, [\d,]+ a second/)).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel the import" }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    "The import was cancelled. Nothing was imported.",
  );
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("No audiences yet")).toBeVisible();
  expect(await audienceNames()).toEqual([]);
  expect(await filesBelow(paceline.dataDir)).not.toContainEqual(expect.stringMatching(/\.csv$/));

  await supervisor.importAudience("small", contactsCsv({ conversation: 3 }));
  expect(await audienceNames()).toEqual(["small"]);
});

/** Without the file that the test itself has put there. */
async function filesBelow(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file !== "big.csv");
}

test("takes a file that is dropped on the page or into the dialog", async () => {
  const { page } = supervisor;
  await test.step("dropped on the page", async () => {
    await supervisor.open("Audiences");
    const file = await supervisor.writeFile("dropped.csv", contactsCsv({ conversation: 2 }));
    await dropFile(paceline, file, page.getByRole("main"));
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue("dropped");
    await importButton(dialog).click();
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("link", { name: "dropped" })).toBeVisible();
  });

  await test.step("dropped into the dialog", async () => {
    const dialog = await supervisor.openImport();
    const file = await supervisor.writeFile("second.csv", contactsCsv({ conversation: 1 }));
    await dropFile(paceline, file, dialog.getByText("or drop it here"));
    await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue("second");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
});
