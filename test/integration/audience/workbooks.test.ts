import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AppFailure } from "../../../src/shared/app-error";
import { importFile } from "../../../src/main/audience/import-file";
import { previewContacts, previewFile } from "../../../src/main/audience/preview";
import { columnMapping, importRules, type FileFormat } from "../../../src/shared/audience";
import { csvFolder } from "../../support/csv-files/csv-folder";
import { MemoryAudience } from "../../support/csv-files/memory-writer";
import { workbook } from "../../support/csv-files/workbook";

const NAME_PHONE = columnMapping.parse({ name: [0], phone: 1, defaultCountry: "US" });

const CONTACTS = [
  ["Name", "Phone", "Since", "VIP", "Fee"],
  ["Ána Lee", 4155550123, new Date(Date.UTC(2026, 0, 15)), true, 12.5],
  [],
  ["Bo", "+44 20 7946 0123", new Date(Date.UTC(2026, 0, 15, 9, 30)), false, null],
  ["Cy", 12, null, null, null],
] as const;

async function bookFile(sheets: Parameters<typeof workbook>[0], name = "contacts.xlsx") {
  const folder = await csvFolder();
  return { folder, path: await folder.file(await workbook(sheets), name) };
}

async function importing(path: string, format: FileFormat, refusedFile: string) {
  const audience = new MemoryAudience();
  const nothing = () => undefined;
  const result = await importFile(
    {
      path,
      format,
      mapping: NAME_PHONE,
      rules: importRules.parse({}),
      target: { kind: "new", name: "Spring" },
      databaseFile: "unused",
      refusedFile,
      now: 0,
    },
    audience.open,
    { begun: nothing, progress: nothing, isCancelled: () => false },
  );
  return { audience, result };
}

describe("an Excel workbook", () => {
  it("is known by what it holds, whatever its name says", async () => {
    const { path } = await bookFile({ Contacts: CONTACTS }, "contacts.csv");
    expect(await previewFile(path, {}, "en-US")).toMatchObject({
      format: { kind: "workbook", sheet: "Contacts", hasHeader: true },
      sheets: ["Contacts"],
      columns: ["Name", "Phone", "Since", "VIP", "Fee"],
      guess: { name: [0], phone: 1, defaultCountry: "US" },
      rows: [
        ["Ána Lee", "4155550123", "2026-01-15", "TRUE", "12.5"],
        ["Bo", "+44 20 7946 0123", "2026-01-15 09:30", "FALSE"],
        ["Cy", "12"],
      ],
    });
  });

  it("shows its first sheet that holds something, and any other that is chosen", async () => {
    const { path } = await bookFile({
      Empty: [],
      First: [["Phone"], [4155550123]],
      "Second, older": [["Mobile"], [4155550124]],
    });
    const first = await previewFile(path, {}, "en-US");
    expect(first).toMatchObject({
      sheets: ["Empty", "First", "Second, older"],
      format: { sheet: "First" },
      columns: ["Phone"],
    });
    const second = await previewFile(path, { sheet: "Second, older" }, "en-US");
    expect(second).toMatchObject({ columns: ["Mobile"], rows: [["4155550124"]] });
    await expect(previewFile(path, { sheet: "Gone" }, "en-US")).rejects.toThrow(
      "has no sheet “Gone” any more",
    );
  });

  it("is imported like any other file, its lines being those of the sheet", async () => {
    const { folder, path } = await bookFile({ Contacts: CONTACTS });
    const { format } = await previewFile(path, {}, "en-US");
    const refusedFile = join(folder.path, "refused.csv");
    const { audience, result } = await importing(path, format, refusedFile);
    expect(result).toMatchObject({ rows: 3, imported: 2, refused: 1 });
    expect(audience.contacts).toMatchObject([
      { line: 2, name: "Ána Lee", phone: "+14155550123", variables: { Since: "2026-01-15" } },
      { line: 4, name: "Bo", phone: "+442079460123", variables: { VIP: "FALSE" } },
    ]);
    expect(await readFile(refusedFile, "utf8")).toContain("Cy,12,,,,5,Invalid phone number.");
  });

  it("is previewed as it will be stored", async () => {
    const { path } = await bookFile({ Contacts: CONTACTS });
    const format = { kind: "workbook", sheet: "Contacts", hasHeader: true } as const;
    const { contacts } = await previewContacts(path, format, NAME_PHONE, "en-US");
    expect(contacts.map(({ line, phone }) => [line, phone])).toEqual([
      [2, "+14155550123"],
      [4, "+442079460123"],
      [5, "12"],
    ]);
  });

  it("is refused when it is empty, damaged or no workbook at all", async () => {
    const empty = await bookFile({ Sheet: [] });
    await expect(previewFile(empty.path, {}, "en-US")).rejects.toThrow("is empty");
    const whole = await workbook({ Contacts: CONTACTS });
    const folder = await csvFolder();
    for (let at = 100; at < whole.length - 400; at += 97) {
      const spoilt = Uint8Array.from(whole).fill(0xff, at, at + 40);
      const path = await folder.file(spoilt, "spoilt.xlsx");
      // Where nothing that is needed was hit, it is read.
      await previewFile(path, {}, "en-US").catch((error: unknown) =>
        expect(error).toBeInstanceOf(AppFailure),
      );
    }
    const cut = await folder.file(whole.slice(0, whole.length / 2), "cut.xlsx");
    await expect(previewFile(cut, {}, "en-US")).rejects.toThrow(
      "“cut.xlsx” is an archive or a damaged workbook. Nothing was read.",
    );
  });
});
