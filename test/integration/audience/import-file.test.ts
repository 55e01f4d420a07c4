import { appendFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  columnMapping,
  importRules,
  type CsvFormat,
  type ImportRules,
} from "../../../src/shared/audience";
import { importFile, type ImportWatch } from "../../../src/main/audience/import-file";
import { csvFolder, type CsvFolder } from "../../support/csv-files/csv-folder";
import { MemoryAudience } from "../../support/csv-files/memory-writer";

const UNWATCHED: ImportWatch = {
  begun: () => undefined,
  progress: () => undefined,
  isCancelled: () => false,
};
const PLAIN: CsvFormat = {
  kind: "text",
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  hasHeader: true,
};
type GivenMapping = z.input<typeof columnMapping>;
const NAME_PHONE: GivenMapping = { name: [0], phone: 1, defaultCountry: "US" };

interface Given {
  readonly folder: CsvFolder;
  readonly content: string | Uint8Array;
  readonly format?: Partial<CsvFormat>;
  readonly mapping?: Partial<GivenMapping>;
  readonly rules?: Partial<ImportRules>;
  readonly audience?: MemoryAudience;
  readonly watch?: Partial<ImportWatch>;
}

async function importing({ folder, content, format, mapping, rules, audience, watch }: Given) {
  const path = await folder.file(content);
  const store = audience ?? new MemoryAudience();
  const refusedFile = join(folder.path, "refused.csv");
  const job = {
    path,
    format: { ...PLAIN, ...format },
    mapping: columnMapping.parse({ ...NAME_PHONE, ...mapping }),
    rules: importRules.parse({ ...rules }),
    target: { kind: "new", name: "Spring" } as const,
    databaseFile: "unused",
    refusedFile,
    now: 0,
  };
  const outcome = await importFile(job, store.open, { ...UNWATCHED, ...watch });
  return { outcome, store, path, refused: await readFile(refusedFile, "utf8") };
}

describe("importing a file", () => {
  it("keeps name, number and every other column", async () => {
    const { outcome, store } = await importing({
      folder: await csvFolder(),
      content: "Name,Phone,Plan\nAna Lee,(415) 555-0123,gold\nBo,+442079460123,\n",
    });
    expect(outcome).toMatchObject({ audienceId: 1, rows: 2, imported: 2, refused: 0 });
    expect(store.state).toBe("committed");
    expect(store.variables).toEqual(["Plan"]);
    expect(store.contacts).toMatchObject([
      { line: 2, name: "Ana Lee", phone: "+14155550123", variables: { Plan: "gold" } },
      { line: 3, name: "Bo", phone: "+442079460123", variables: {} },
    ]);
  });

  it("joins first and last name, and keeps both to be said", async () => {
    const { store } = await importing({
      folder: await csvFolder(),
      content: "first_name,last_name,phone\n Ana , Lee ,4155550123\n,Ray,4155550124\n",
      mapping: { name: [0, 1], phone: 2 },
    });
    expect(store.contacts.map(({ name }) => name)).toEqual(["Ana Lee", "Ray"]);
    expect(store.variables).toEqual(["first_name", "last_name"]);
  });

  it("tells of each refused row its line and reason, and writes them all to a file", async () => {
    const { outcome, store, refused } = await importing({
      folder: await csvFolder(),
      audience: new MemoryAudience(["+14155550199"]),
      content: [
        "Name,Phone",
        "Ana,415 555 0123",
        '"Bo\nand Bea",',
        "Cy,12345",
        "Di,+1 415 555 0123",
        "Lee, Ed,4155550125",
        '"Fay,4155550126',
        "=1+1,4155550199",
        "Gus,4155550127",
      ].join("\r\n"),
    });
    expect(store.contacts.map(({ name }) => name)).toEqual(["Ana", "Gus"]);
    expect(outcome).toMatchObject({
      rows: 8,
      imported: 2,
      refused: 6,
      refusedByReason: {
        "no-number": 1,
        "invalid-number": 1,
        duplicate: 2,
        "unreadable-row": 2,
      },
    });
    expect(outcome.firstRefused.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "no-number"],
      [5, "invalid-number"],
      [6, "duplicate"],
      [7, "unreadable-row"],
      [8, "unreadable-row"],
      [9, "duplicate"],
    ]);
    expect(refused.split("\r\n")).toEqual([
      "\ufeffName,Phone,Line,Reason",
      '"Bo\nand Bea",,3,No phone number. The cell is empty.',
      "Cy,12345,5,Invalid phone number. No such number exists in its country.",
      "Di,'+1 415 555 0123,6,The number is there already. An earlier row has this number.",
      'Lee," Ed,4155550125",7,"The row cannot be read. The row has 3 cells, but there are 2 columns: a cell with the delimiter in it needs quotation marks."',
      '"""Fay",4155550126,8,The row cannot be read. A quotation mark in this row is opened and never closed.',
      "'=1+1,4155550199,9,The number is there already. An earlier row has this number.",
      "",
    ]);
  });

  it("returns the first thousand refused rows, and writes all to the file", async () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => `Nobody ${at},`);
    const { outcome, refused } = await importing({
      folder: await csvFolder(),
      content: ["Name,Phone", "Ana,4155550123", ...rows].join("\n"),
    });
    expect(outcome.firstRefused).toHaveLength(1_000);
    expect(refused.trimEnd().split("\r\n")).toHaveLength(1_501);
  });

  it("keeps nothing when every row is refused", async () => {
    const { outcome, store } = await importing({
      folder: await csvFolder(),
      content: "Name,Phone\nAna,1\nBo,2\n",
    });
    expect(outcome).toMatchObject({ audienceId: null, imported: 0, refused: 2 });
    expect(store.state).toBe("rolled back");
  });

  it.each([
    ["CRLF", "Name,Phone\r\nÁna,4155550123\r\nBo,4155550124\r\n"],
    ["CR alone", "Name,Phone\rÁna,4155550123\rBo,4155550124"],
    ["mixed line ends", 'Name,Phone\r\n"Ána",4155550123\n\r\n"Bo","4155550124"\r'],
    [
      "Excel's line that names the separator",
      "sep=,\r\nName,Phone\r\nÁna,4155550123\r\nBo,4155550124",
    ],
    ["rows of delimiters only", "Name,Phone,,\nÁna,4155550123,,\n,,,\nBo,4155550124,,\n,,,"],
    ["missing cells at the end", "Name,Phone,Plan\nÁna,4155550123,gold\nBo,4155550124"],
  ])("reads files with %s", async (_, content) => {
    const { store, outcome } = await importing({ folder: await csvFolder(), content });
    expect(outcome.refused).toBe(0);
    expect(store.contacts.map(({ name, phone }) => [name, phone])).toEqual([
      ["Ána", "+14155550123"],
      ["Bo", "+14155550124"],
    ]);
  });

  it.each(["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const)(
    "reads %s",
    async (encoding) => {
      const text = "Name;Phone\r\nJosé Müller;4155550123\r\n";
      const { store } = await importing({
        folder: await csvFolder(),
        content: iconv.encode(text, encoding, { addBOM: encoding !== "windows-1252" }),
        format: { encoding, delimiter: ";" },
      });
      expect(store.contacts[0]).toMatchObject({ name: "José Müller", phone: "+14155550123" });
    },
  );

  it("reads letters of several bytes that are cut by the parts it reads", async () => {
    const names = Array.from({ length: 40_000 }, (_, at) => `Łucja ${at} 李`);
    const content = names.map((name, at) => `${name},+1415555${String(at).padStart(4, "0")}`);
    const { outcome } = await importing({
      folder: await csvFolder(),
      content: content.join("\r\n"),
      format: { hasHeader: false },
    });
    expect(outcome.firstRefused.every(({ cells }) => /^Łucja \d+ 李$/.test(cells[0]!))).toBe(true);
    expect(outcome.rows).toBe(40_000);
  }, 30_000);

  it("counts a line end once that is cut by the parts it reads", async () => {
    const { store } = await importing({
      folder: await csvFolder(),
      content: `${"x".repeat(256 * 1024 - 1)}\r\nAna,4155550123\r\n`,
    });
    expect(store.contacts).toMatchObject([{ line: 2, name: "Ana" }]);
  });

  it("imports a row of 10 MB", async () => {
    const { store } = await importing({
      folder: await csvFolder(),
      content: `Name,Phone,Notes\nAna,4155550123,"${"long ".repeat(2_000_000)}"\nBo,4155550124,\n`,
    });
    expect(store.contacts.map(({ variables }) => variables.Notes?.length)).toEqual([
      10_000_000,
      undefined,
    ]);
  });

  it("takes everything back when it is cancelled", async () => {
    const audience = new MemoryAudience();
    let parts = 0;
    const rows = Array.from({ length: 40_000 }, (_, at) => `Ana ${at},+1415${5_550_000 + at}\n`);
    const work = importing({
      folder: await csvFolder(),
      audience,
      content: rows.join(""),
      format: { hasHeader: false },
      watch: { isCancelled: () => (parts += 1) > 2 },
    });
    await expect(work).rejects.toThrow("The import was cancelled. Nothing was imported.");
    expect(audience.state).toBe("rolled back");
  });

  it("takes everything back when the file changes while it is read", async () => {
    const folder = await csvFolder();
    const audience = new MemoryAudience();
    const work = importing({
      folder,
      audience,
      content: "Name,Phone\nAna,4155550123\n",
      watch: {
        progress: () => appendFileSync(join(folder.path, "contacts.csv"), "Bo,4155550124\n"),
      },
    });
    await expect(work).rejects.toThrow("was changed while it was being read");
    expect(audience.state).toBe("rolled back");
  });

  it.each([
    [{ phone: 5 }, "No column is chosen for Phone."],
    [{ name: [7] }, "The column chosen for Name is not in the file."],
    [{ defaultCountry: "ZZ" }, "“ZZ” is not a country whose phone numbers are known."],
  ])("refuses the mapping %j before anything is written", async (mapping, message) => {
    const audience = new MemoryAudience();
    const content = "Name,Phone\nAna,4155550123\n";
    const work = importing({ folder: await csvFolder(), audience, content, mapping });
    await expect(work).rejects.toThrow(message);
    expect(audience.state).toBe("closed");
  });
});

describe("what a file says of a contact", () => {
  const COLUMNS = { name: [0], phone: 1, alternatePhones: [2], timeZone: 3, externalId: 4 };
  const header = "Name,Phone,Mobile,Zone,ID";

  it("is kept: further numbers, the time zone, the key in another system", async () => {
    const { store } = await importing({
      folder: await csvFolder(),
      content: `${header}\nAna,4155550123,"+1 415 555 0124; 4155550125",europe/berlin,R-7\n`,
      mapping: COLUMNS,
    });
    expect(store.variables).toEqual([]);
    expect(store.contacts).toMatchObject([
      {
        phone: "+14155550123",
        alternatePhones: ["+14155550124", "+14155550125"],
        timeZones: ["Europe/Berlin"],
        externalId: "R-7",
        country: "US",
        lineType: "FIXED_LINE_OR_MOBILE",
      },
    ]);
  });

  it("is completed by what the number tells", async () => {
    const { store } = await importing({
      folder: await csvFolder(),
      content: "Name,Phone\nAna,4155550123\nBo,+447400123456\nCy,+18005550199\n",
    });
    expect(store.contacts).toMatchObject([
      { country: "US", timeZones: ["America/Los_Angeles"] },
      { country: "GB", lineType: "MOBILE" },
      { country: "US", lineType: "TOLL_FREE", timeZones: null },
    ]);
  });

  it("has the first valid alternate called where Phone has none, and the result says so", async () => {
    const { outcome, store } = await importing({
      folder: await csvFolder(),
      content: `${header}\nAna,12,+14155550124,,\nBo,,4155550125,,\nCy,,none,,\n`,
      mapping: COLUMNS,
    });
    expect(store.contacts.map(({ phone }) => phone)).toEqual(["+14155550124", "+14155550125"]);
    expect(outcome.remarks).toEqual({ "alternate-phone": 2 });
    expect(outcome.refusedByReason).toEqual({ "no-number": 1 });
  });

  it("is taken from the number where the zone is none, and the result says so", async () => {
    const { outcome, store } = await importing({
      folder: await csvFolder(),
      content: `${header}\nAna,4155550123,,Middle-earth/Shire,\nBo,4155550124,,EST,\n`,
      mapping: COLUMNS,
    });
    expect(store.contacts.map(({ timeZones }) => timeZones)).toEqual([
      ["America/Los_Angeles"],
      ["America/Los_Angeles"],
    ]);
    expect(outcome.remarks).toEqual({ "unknown-time-zone": 2 });
  });

  it("is mended where a spreadsheet has spoilt a number and its digits are certain", async () => {
    const { outcome, store } = await importing({
      folder: await csvFolder(),
      content: "Name,Phone\nAna,4.155550123E+09\nBo,4.15555E+09\n",
    });
    expect(store.contacts).toMatchObject([{ name: "Ana", phone: "+14155550123" }]);
    expect(outcome.remarks).toEqual({ "mended-number": 1 });
    expect(outcome.firstRefused[0]?.detail).toContain("Excel has shortened this number");
  });

  it("may have a column of any name", async () => {
    const { store } = await importing({
      folder: await csvFolder(),
      content: "Name,Phone,__proto__,constructor\nAna,4155550123,a,b\n",
    });
    expect(JSON.stringify(store.contacts[0]?.variables)).toBe(
      '{"__proto__":"a","constructor":"b"}',
    );
  });
});
