import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { NumberImporter, type NumbersImportRequest } from "../../../src/main/audience";
import { defaultSettings } from "../../../src/main/api/default-settings";
import { openStore } from "../../../src/main/storage";
import type { ImportProgress } from "../../../src/shared/audience";
import { csvFolder } from "../../support/csv-files/csv-folder";
import { bundleAudienceWorker } from "../../support/csv-files/worker-bundle";

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

let workerFile: string;
beforeAll(async () => {
  workerFile = await bundleAudienceWorker();
}, 60_000);
afterAll(() => rm(dirname(workerFile), { recursive: true }));

async function imports() {
  const folder = await csvFolder();
  const store = await openStore(
    join(folder.path, "paceline.db"),
    defaultSettings("practice", "UTC"),
  );
  onTestFinished(() => store.close());
  const importer = await NumberImporter.open({
    workerFile,
    databaseFile: store.file,
    folder: join(folder.path, "imports"),
    locale: "en-US",
    now: () => NOW,
  });
  onTestFinished(() => importer.close());
  /** Read as it would be without a choice of the supervisor's. */
  const request = async (
    path: string,
    changes: Partial<NumbersImportRequest> = {},
  ): Promise<NumbersImportRequest> => ({
    importId: "one",
    path,
    format: (await importer.previewFile(path, {})).format,
    mapping: { columns: [0], defaultCountry: "US" },
    expiresAt: null,
    note: "",
    ...changes,
  });
  const listed = async () => {
    const { rows } = await store.doNotCall.page({
      beginnings: null,
      sort: "number",
      descending: false,
      offset: 0,
      limit: 100,
    });
    return rows;
  };
  return { folder, store, importer, request, listed };
}

const ignore = () => undefined;

test("lists what a file lists: with area codes in a column of their own, and no header", async () => {
  const { folder, importer, request, listed } = await imports();
  const path = await folder.file("202,4561111\r\n202,4561414\r\n202,4561111\r\n", "202.txt");
  const mapping = { columns: [0, 1], defaultCountry: "US" };
  const wanted = await request(path, { mapping, expiresAt: NOW + DAY, note: "National list" });
  expect(await importer.previewNumbers(path, wanted.format, mapping)).toMatchObject([
    { line: 1, written: "202 4561111", phone: "+12024561111", refused: null },
    { line: 2, phone: "+12024561414" },
    { line: 3 },
  ]);
  expect(await importer.run(wanted, ignore)).toEqual({
    rows: 3,
    added: 2,
    extended: 0,
    unchanged: 0,
    repeated: 1,
    refused: 0,
    refusedByReason: {},
    firstRefused: [],
  });
  const facts = { addedAt: NOW, expiresAt: NOW + DAY, source: "file", note: "National list" };
  expect(await listed()).toEqual([
    { phone: "+12024561111", ...facts },
    { phone: "+12024561414", ...facts },
  ]);
});

test("refuses rows that are no numbers, with their line and reason, and saves them", async () => {
  const { folder, importer, request, store } = await imports();
  const path = await folder.file(
    "Phone;Why\n+1 202 456 1111;asked\n;nobody\n12;short\n=cmd;evil\nAna;letters\n",
  );
  const result = await importer.run(await request(path), ignore);
  expect(result).toMatchObject({
    rows: 5,
    added: 1,
    refused: 4,
    refusedByReason: { "no-number": 1, "invalid-number": 3 },
  });
  expect(result.firstRefused[0]).toMatchObject({ line: 3, reason: "no-number" });
  const saved = join(folder.path, "refused rows.csv");
  await importer.saveRefused("one", saved);
  expect(await readFile(saved, "utf8")).toMatch(/12;short;4;Invalid phone number\./);
  expect((await store.doNotCall.summary(NOW)).lastImport).toEqual({
    at: NOW,
    fileName: "contacts.csv",
    numbers: 1,
  });
});

test("changes nothing when every row is refused", async () => {
  const { folder, importer, request, store } = await imports();
  const path = await folder.file("Phone,Name\n123456789012345678,Ana\n,Ben\n");
  expect(await importer.run(await request(path), ignore)).toMatchObject({ added: 0, refused: 2 });
  expect(await store.doNotCall.summary(NOW)).toEqual({ numbers: 0, expired: 0, lastImport: null });
});

test.each([
  ["an empty file", "", "is empty"],
  ["a PDF document", "%PDF-1.7\n1 0 obj\n", "PDF"],
  ["prose", "Dear Sir,\nplease do not call.\n", "no phone numbers in it"],
])("refuses %s, and changes nothing", async (_, content, words) => {
  const { folder, importer, store } = await imports();
  const path = await folder.file(content, "list.csv");
  await expect(importer.previewFile(path, {})).rejects.toThrow(words);
  expect((await store.doNotCall.summary(NOW)).numbers).toBe(0);
});

test("refuses a column that is not there, and a file that has gone", async () => {
  const { folder, importer, request } = await imports();
  const path = await folder.file("4155550132\n");
  const mapping = { columns: [3], defaultCountry: "US" };
  await expect(importer.run(await request(path, { mapping }), ignore)).rejects.toThrow("column");
  const wanted = await request(path);
  await rm(path);
  await expect(importer.run(wanted, ignore)).rejects.toThrow("no longer there");
});

function manyNumbers(count: number): string {
  return Array.from({ length: count }, (_, at) => `${2_024_000_000 + at}`).join("\r\n");
}

test("lists nothing when it is cancelled, and leaves nothing behind", async () => {
  const { folder, store, importer, request } = await imports();
  const path = await folder.file(manyNumbers(200_000));
  const wanted = await request(path);
  const told = importer.run(wanted, () => importer.cancel("one"));
  await expect(told).rejects.toThrow("No number was added");
  expect((await store.doNotCall.summary(NOW)).numbers).toBe(0);
  expect(await readdir(join(folder.path, "imports"))).toEqual([]);
});

test("takes 300,000 numbers without holding this thread up, and tells how far it is", async () => {
  const { folder, store, importer, request } = await imports();
  const path = join(folder.path, "many.txt");
  await writeFile(path, manyNumbers(300_000));
  const wanted = await request(path);
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const progress: ImportProgress[] = [];
  const result = await importer.run(wanted, (told) => progress.push(told));
  clearInterval(beat);
  expect(result.added + result.refused).toBe(300_000);
  expect((await store.doNotCall.summary(NOW)).numbers).toBe(result.added);
  expect(progress.at(-1)).toMatchObject({ rows: 300_000, importId: "one" });
  expect(longest).toBeLessThan(250);
}, 60_000);
