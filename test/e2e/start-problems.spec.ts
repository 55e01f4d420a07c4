import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { DatabaseFile } from "../../src/main/storage/dialect/database-file";
import { migrate } from "../../src/main/storage/migrations/migrate";
import { launchPaceline } from "../support/electron";

let dataDir: string;
const store = () => path.join(dataDir, "practice/paceline.db");

test.beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "paceline-test-"));
  await mkdir(path.join(dataDir, "practice"));
});

test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

test("leaves a store of a newer version alone, and says so", async () => {
  await makeStore("pragma user_version = 9999");
  await expectProblem(/last used by a newer version of Paceline.*Install the newest version/s);
});

test("leaves a damaged store alone, and says so", async () => {
  await makeStore("select 1");
  await truncate(store(), 20_000);
  await expectProblem(/The data file is damaged.*Put a backup of the file in its place/s);
});

test("leaves a file that is no database alone, and says so", async () => {
  await writeFile(store(), "Name,Phone\nMaya,+15005551001\n".repeat(20));
  await expectProblem(/The data file is damaged\. It was left as it is/);
});

test("leaves another program's database alone, and says so", async () => {
  const file = await DatabaseFile.open(store(), "create");
  await file.script("create table songs (name text); insert into songs values ('One');");
  await file.close();
  await expectProblem(/belongs to another program.*Move it out of the data folder/s);
});

test("says that a file stands where the data is to lie", async () => {
  await rm(path.join(dataDir, "practice"), { recursive: true });
  await writeFile(path.join(dataDir, "practice"), "not a folder");
  await expectProblem(/The data folder cannot be used/);
});

test("says that a file stands where the data folder is to be", async () => {
  const file = path.join(dataDir, "a-file");
  await writeFile(file, "not a folder");
  await expectProblem(/The data folder cannot be used/, { PACELINE_DATA_DIR: file });
});

const account = { TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`, TWILIO_AUTH_TOKEN: "a-secret-token" };

for (const [what, env, words] of [
  [
    "an address that is not this computer's",
    { PACELINE_CARRIER_URL: "http://example.com:4010", ...account },
    /not one of this computer's own \(127\.0\.0\.1\).*Set PACELINE_CARRIER_URL/s,
  ],
  [
    "a carrier's address without credentials",
    { PACELINE_CARRIER_URL: "http://127.0.0.1:4010" },
    /TWILIO_ACCOUNT_SID.*TWILIO_AUTH_TOKEN is missing.*Set both/s,
  ],
  [
    "an impossible speed of practice",
    { PACELINE_PRACTICE_SPEED: "fast" },
    /PACELINE_PRACTICE_SPEED cannot be used/,
  ],
] as const) {
  test(`refuses ${what}, and opens no store`, async () => {
    await expectProblem(words, env);
    expect(await readdir(path.join(dataDir, "practice"))).toEqual([]);
    expect(await readdir(dataDir)).not.toContain("test");
  });
}

/** Starts, reads the page that the window shows, closes it, and finds every file as it was. */
async function expectProblem(words: RegExp, env: Record<string, string> = {}): Promise<void> {
  const before = await bytes(store());
  const paceline = await launchPaceline({ dataDir, env });
  try {
    const { page, app } = paceline;
    const problem = page.getByRole("alert");
    await expect(problem.getByRole("heading")).toHaveText("Paceline cannot start");
    await expect(problem).toHaveText(words);
    await expect(problem).not.toContainText(/Something went wrong|Error:|SQLITE|ENOTDIR|EEXIST/);
    const closed = new Promise((done) => app.process().once("exit", done));
    await page.close();
    await closed;
  } finally {
    await paceline.close();
  }
  expect(await bytes(store())).toEqual(before);
}

const bytes = (file: string) => readFile(file).catch(() => null);

async function makeStore(lastly: string): Promise<void> {
  const file = await DatabaseFile.open(store(), "create");
  await migrate(file);
  await file.script(lastly);
  await file.close();
}
