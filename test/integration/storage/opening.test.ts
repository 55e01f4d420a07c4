import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { chmod, open, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { AppFailure, type AppError } from "../../../src/shared/app-error";
import { openStore } from "../../../src/main/storage";
import { DatabaseFile } from "../../../src/main/storage/dialect/database-file";
import { temporaryFolder, temporaryStore, TEST_SETTINGS } from "../../support/temporary-store";
import { migrate } from "../../../src/main/storage/migrations/migrate";
import { queries } from "../../../src/main/storage/open/connect";
import { anAudience, NOW } from "./scene";

async function failureOfOpening(file: string): Promise<AppError> {
  try {
    await (await openStore(file, TEST_SETTINGS)).close();
  } catch (error) {
    if (error instanceof AppFailure) return error.error;
    throw error;
  }
  throw new Error("The store opened.");
}

/** A store with an audience, closed: its bytes and what lies beside it. */
async function aClosedStore(): Promise<string> {
  const file = path.join(await temporaryFolder(), "paceline.db");
  const store = await openStore(file, TEST_SETTINGS);
  await anAudience(store, 2_000);
  await store.close();
  return file;
}

async function snapshot(file: string) {
  return { bytes: await readFile(file), beside: await readdir(path.dirname(file)) };
}

async function expectUntouched(file: string): Promise<AppError> {
  const before = await snapshot(file);
  const failure = await failureOfOpening(file);
  expect(await snapshot(file)).toEqual(before);
  expect(failure.kind).toBe("storage");
  expect(failure.advice).toBeTruthy();
  return failure;
}

/** Overwrites 4 bytes of SQLite's header. */
async function patchHeader(file: string, offset: number, value: number): Promise<void> {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  const handle = await open(file, "r+");
  await handle.write(bytes, 0, 4, offset);
  await handle.close();
}

test("makes a store that survives closing and opening", async () => {
  const { store, reopen } = await temporaryStore();
  await store.settings.update({ quotaMinutes: 77 });
  expect((await (await reopen()).settings.read()).quotaMinutes).toBe(77);
});

test("leaves a file from a newer version as it is", async () => {
  const file = await aClosedStore();
  await patchHeader(file, 60, 99);
  expect((await expectUntouched(file)).message).toContain("newer version");
});

test("leaves another program's database as it is", async () => {
  const file = path.join(await temporaryFolder(), "paceline.db");
  const other = await DatabaseFile.open(file, "create");
  await other.script("create table note (text)");
  await other.close();
  expect((await expectUntouched(file)).message).toContain("another program");
});

test("leaves a file that is no database as it is", async () => {
  const file = path.join(await temporaryFolder(), "paceline.db");
  await writeFile(file, "Dear diary, ".repeat(1_000));
  expect((await expectUntouched(file)).message).toContain("damaged");
});

test("leaves a file that was cut off as it is", async () => {
  const file = await aClosedStore();
  await truncate(file, 50_000);
  expect((await expectUntouched(file)).message).toContain("damaged");
});

test("says that the data is damaged when a page in the middle is", async () => {
  const file = await aClosedStore();
  const handle = await open(file, "r+");
  await handle.write(Buffer.alloc(4_096 * 3, 0xff), 0, 4_096 * 3, 4_096);
  await handle.close();
  const failure = await failureOfOpening(file);
  expect(failure).toMatchObject({
    kind: "storage",
    message: expect.stringContaining("damaged") as string,
  });
});

test("does not open a store that is open already", async () => {
  const { store, file } = await temporaryStore();
  expect((await failureOfOpening(file)).message).toContain("open already");
  expect(await store.campaigns.list()).toEqual([]);
});

test("opens a store whose last owner was killed", async () => {
  const file = path.join(await temporaryFolder(), "paceline.db");
  const sqlite3 = JSON.stringify(createRequire(import.meta.url).resolve("sqlite3"));
  const owner = spawn(process.execPath, [
    "-e",
    `const lock = new (require(${sqlite3}).Database)(${JSON.stringify(`${file}-lock`)});
     lock.exec("begin exclusive", () => console.log("held"));
     setInterval(() => {}, 1000);`,
  ]);
  onTestFinished(() => void owner.kill("SIGKILL"));
  await once(owner.stdout, "data");
  expect((await failureOfOpening(file)).message).toContain("open already");
  owner.kill("SIGKILL");
  await once(owner, "exit");
  await (await openStore(file, TEST_SETTINGS)).close();
});

test("says so when another program holds the file", async () => {
  const file = await aClosedStore();
  const other = await DatabaseFile.open(file, "create");
  onTestFinished(() => other.close());
  await other.script("pragma locking_mode = exclusive; begin exclusive");
  expect(await failureOfOpening(file)).toMatchObject({
    kind: "storage",
    message: expect.stringContaining("Another program holds") as string,
  });
}, 20_000);

test("says so when the folder is not there", async () => {
  const file = path.join(await temporaryFolder(), "nowhere", "paceline.db");
  expect(await failureOfOpening(file)).toMatchObject({ kind: "storage" });
});

test.skipIf(process.getuid?.() === 0)("says so when the file is write-protected", async () => {
  const file = await aClosedStore();
  await chmod(file, 0o444);
  expect(await failureOfOpening(file)).toMatchObject({ kind: "storage" });
});

test("says so when the disk is full, and undoes what it had begun", async () => {
  const file = await DatabaseFile.open(path.join(await temporaryFolder(), "paceline.db"), "create");
  onTestFinished(() => file.close());
  await migrate(file);
  await file.script("pragma max_page_count = 60");
  const database = queries(file);
  const writing = database.transaction().execute(async (transaction) => {
    for (let note = 0; note < 100; note += 1) {
      const content = "x".repeat(10_000);
      await transaction
        .insertInto("flow")
        .values({ name: "Long", content, updated_at: NOW })
        .execute();
    }
  });
  await expect(writing).rejects.toMatchObject({
    error: { kind: "storage", message: expect.stringContaining("disk is full") as string },
  });
  expect(await database.selectFrom("flow").selectAll().execute()).toEqual([]);
});
