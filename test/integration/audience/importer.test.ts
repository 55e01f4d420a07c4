import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { AudienceImporter, exportAudience, type ImportRequest } from "../../../src/main/audience";
import { openContactWriter, openStore, type Store } from "../../../src/main/storage";
import { DatabaseFile } from "../../../src/main/storage/dialect/database-file";
import { defaultSettings } from "../../../src/main/api/default-settings";
import type { AudienceId } from "../../../src/shared/ids";
import { phoneNumber } from "../../../src/shared/phone-number";
import {
  columnMapping,
  importRules,
  type ImportProgress,
  type ImportResult,
} from "../../../src/shared/audience";
import { csvFolder, type CsvFolder } from "../../support/csv-files/csv-folder";
import { bundleAudienceWorker } from "../../support/csv-files/worker-bundle";

let workerFile: string;
beforeAll(async () => {
  workerFile = await bundleAudienceWorker();
}, 60_000);
afterAll(() => rm(dirname(workerFile), { recursive: true }));

interface Imports {
  readonly folder: CsvFolder;
  readonly store: Store;
  readonly importer: AudienceImporter;
  request(path: string, changes?: Partial<ImportRequest>): ImportRequest;
}

async function imports(): Promise<Imports> {
  const folder = await csvFolder();
  const store = await openStore(
    join(folder.path, "paceline.db"),
    defaultSettings("practice", "UTC"),
  );
  onTestFinished(() => store.close());
  const importer = await AudienceImporter.open({
    workerFile,
    databaseFile: store.file,
    folder: join(folder.path, "imports"),
    locale: "en-US",
    now: () => 1_000,
    abandonImport: (id) => store.audiences.abandonImport(id),
  });
  onTestFinished(() => importer.close());
  return {
    folder,
    store,
    importer,
    request: (path, changes) => ({
      importId: "one",
      path,
      format: { kind: "text", encoding: "utf-8", delimiter: ",", quote: '"', hasHeader: true },
      mapping: MAPPING,
      rules: importRules.parse({}),
      target: { kind: "new", name: "Spring" },
      ...changes,
    }),
  };
}

/** Where an import has stored something. */
function audienceOf({ audienceId }: ImportResult): AudienceId {
  if (audienceId === null) throw new Error("Every row was refused.");
  return audienceId;
}

const BO = phoneNumber.parse("+14155550124");
const ignore = () => undefined;
const MAPPING = columnMapping.parse({ name: [0], phone: 1, defaultCountry: "US" });

function manyRows(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `Contact ${at},+1415${5_550_000 + at},gold`,
  );
  return ["Name,Phone,Plan", ...rows].join("\r\n");
}

describe("importing in a worker", () => {
  it("stores an audience, after two previews", async () => {
    const { folder, store, importer, request } = await imports();
    const path = await folder.file(
      "Name,Phone,Plan\nAna,415 555 0123,gold\nBo,,\nCy,4155550123,\n",
    );
    const found = await importer.previewFile(path, {});
    expect(found.guess).toEqual(MAPPING);
    const { contacts } = await importer.previewContacts(path, found.format, MAPPING);
    expect(contacts.map(({ refused }) => refused === null)).toEqual([true, false, true]);
    expect(contacts[2]).toMatchObject({ duplicateOf: 2 });

    const result = await importer.run(request(path), ignore);
    expect(result).toMatchObject({
      rows: 3,
      imported: 1,
      refused: 2,
      refusedByReason: { "no-number": 1, duplicate: 1 },
    });
    expect(await store.audiences.list()).toMatchObject([
      { id: result.audienceId, name: "Spring", contacts: 1, variables: ["Plan"], createdAt: 1_000 },
    ]);
    const { rows } = await store.audiences.contacts(audienceOf(result), {
      search: "",
      offset: 0,
      limit: 10,
    });
    expect(rows).toMatchObject([
      { name: "Ana", phone: "+14155550123", variables: { Plan: "gold" } },
    ]);
  });

  it("appends to an audience, and refuses numbers that it has", async () => {
    const { folder, store, importer, request } = await imports();
    const first = await folder.file("Name,Phone\nAna,4155550123\n", "first.csv");
    const audienceId = audienceOf(await importer.run(request(first), ignore));
    const second = await folder.file("Name,Phone,City\nAna,4155550123,\nBo,4155550124,Rome\n");
    const target = { kind: "append", audienceId } as const;
    const result = await importer.run(request(second, { importId: "two", target }), ignore);
    expect(result).toMatchObject({ audienceId, imported: 1, refusedByReason: { duplicate: 1 } });
    expect(await store.audiences.get(audienceId)).toMatchObject({
      contacts: 2,
      variables: ["City"],
    });
  });

  it("saves the refused rows, which come in again once they are mended", async () => {
    const { folder, store, importer, request } = await imports();
    const path = await folder.file("Name,Phone\nAna,4155550123\nBo,12\n");
    const audienceId = audienceOf(await importer.run(request(path), ignore));
    const saved = join(folder.path, "refused rows.csv");
    await importer.saveRefused("one", saved);
    const text = await readFile(saved, "utf8");
    expect(text).toContain("Bo,12,3,Invalid phone number.");

    const mended = await folder.file(text.replace("Bo,12,", "Bo,4155550124,"), "mended.csv");
    const target = { kind: "append", audienceId } as const;
    const result = await importer.run(request(mended, { importId: "two", target }), ignore);
    expect(result).toMatchObject({ imported: 1, refused: 0 });
    expect((await store.audiences.get(audienceId)).contacts).toBe(2);
  });

  it("creates no audience when every row is refused, lists them, and can save them", async () => {
    const { folder, store, importer, request } = await imports();
    const path = await folder.file("Name,Phone\nAna,1\nBo,\n");
    expect(await importer.run(request(path), ignore)).toMatchObject({
      audienceId: null,
      imported: 0,
      refusedByReason: { "invalid-number": 1, "no-number": 1 },
      firstRefused: [{ line: 2 }, { line: 3 }],
    });
    expect(await store.audiences.list()).toEqual([]);
    await importer.saveRefused("one", join(folder.path, "saved.csv"));
    expect((await readFile(join(folder.path, "saved.csv"), "utf8")).split("\r\n")).toHaveLength(4);
  });

  it("leaves nothing behind when it is cancelled", async () => {
    const { folder, store, importer, request } = await imports();
    const path = await folder.file(manyRows(100_000));
    const run = importer.run(request(path), ({ rows }) => {
      if (rows > 0) importer.cancel("one");
    });
    await expect(run).rejects.toThrow("The import was cancelled. Nothing was imported.");
    expect(await store.audiences.list()).toEqual([]);
    expect(await readdir(join(folder.path, "imports"))).toEqual([]);
    await expect(importer.saveRefused("one", join(folder.path, "saved.csv"))).rejects.toThrow(
      "There are no refused rows of this import to save.",
    );
  });

  it("ends at once when it is closed: a million rows are taken back by the next start", async () => {
    const { folder, store, importer, request } = await imports();
    const path = await folder.file(manyRows(100_000));
    let closing = Promise.resolve();
    const run = importer.run(request(path), ({ rows }) => {
      if (rows > 20_000) closing = importer.close();
    });
    await expect(run).rejects.toThrow("The import was cancelled. Nothing was imported.");
    await closing;
    expect(await store.audiences.list()).toEqual([]);
    const left = await DatabaseFile.open(store.file, "create");
    const [{ contacts } = {}] = await left.rows("select count(*) as contacts from contact", []);
    await left.close();
    expect(contacts).toBeGreaterThan(20_000);
  }, 30_000);

  it("takes 100,000 rows without holding this thread up, and tells how far it is", async () => {
    const { folder, store, importer, request } = await imports();
    const path = await folder.file(manyRows(100_000));
    const reports: ImportProgress[] = [];
    const start = performance.now();
    const before = performance.eventLoopUtilization();
    const result = await importer.run(request(path), (progress) => reports.push(progress));
    const busy = performance.eventLoopUtilization(before);
    const seconds = (performance.now() - start) / 1_000;

    expect(result).toMatchObject({ rows: 100_000, imported: 100_000, refused: 0 });
    expect(busy.utilization).toBeLessThan(0.2);
    expect(reports.length).toBeLessThan(seconds * 10 + 3);
    expect(reports.at(-1)).toMatchObject({ importId: "one", rows: 100_000, secondsLeft: 0 });
    expect(reports.every(({ bytesRead, bytes }) => bytesRead <= bytes)).toBe(true);

    const exported = join(folder.path, "exported.csv");
    const { variables } = await store.audiences.get(audienceOf(result));
    await exportAudience(exported, variables, () =>
      store.audiences.allContacts(audienceOf(result)),
    );
    expect(await readFile(exported, "utf8")).toBe(`\ufeff${manyRows(100_000)}\r\n`);
  }, 60_000);

  it("fails with the worker's own words, and runs no import twice at once", async () => {
    const { folder, importer, request } = await imports();
    await expect(importer.run(request(join(folder.path, "gone.csv")), ignore)).rejects.toThrow(
      "“gone.csv” is no longer there. Nothing was imported.",
    );
    const path = await folder.file(manyRows(1_000));
    const run = importer.run(request(path), ignore);
    await expect(importer.run(request(path), ignore)).rejects.toThrow("is running already");
    await run;
  });

  it("takes back what a worker wrote that died, so that the audience can be appended to again", async () => {
    const { folder, store, importer, request } = await imports();
    const audienceId = audienceOf(
      await importer.run(request(await folder.file("Name,Phone\nAna,4155550123\n")), ignore),
    );
    const dying = await AudienceImporter.open({
      workerFile: await folder.file(
        `const { parentPort } = require("node:worker_threads");
        parentPort.postMessage({ kind: "begun", audienceId: ${audienceId} });
        process.exit(1);`,
        "dying.cjs",
      ),
      databaseFile: store.file,
      folder: join(folder.path, "dying"),
      locale: "en-US",
      now: () => 1_000,
      abandonImport: (id) => store.audiences.abandonImport(id),
    });
    const path = await folder.file("Name,Phone\nBo,4155550124\n");
    const append = request(path, { target: { kind: "append", audienceId } });
    const writer = await openContactWriter(store.file, append.target, [], 1_000);
    await writer.insert([{ line: 2, name: "Cy", phone: BO, variables: {} }]);
    await expect(dying.run(append, ignore)).rejects.toThrow("The import worker died.");
    expect(await importer.run(append, ignore)).toMatchObject({ imported: 1 });
    await writer.rollback();
  });

  it("clears refused rows away when it closes, and those of an earlier run when it opens", async () => {
    const { folder, importer, request } = await imports();
    const left = join(folder.path, "imports");
    await importer.run(request(await folder.file("Name,Phone\nAna,4155550123\nBo,\n")), ignore);
    expect(await readdir(left)).toHaveLength(1);
    await importer.close();
    expect(await readdir(folder.path)).not.toContain("imports");
  });
});
