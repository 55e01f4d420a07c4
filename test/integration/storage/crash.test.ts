import { appendFile, copyFile, readFile, stat, truncate } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openStore } from "../../../src/main/storage";
import { connectForWriting } from "../../../src/main/storage/open/connect";
import { temporaryFolder, temporaryStore, TEST_SETTINGS } from "../../support/temporary-store";
import { aRunningCampaign, claimNext, ended, NOW } from "./scene";

const TALKED = { kind: "completed", outcome: "talked" } as const;

/** What a power cut leaves: the log up to some byte, and maybe rubbish after it. */
async function cutOff(file: string, logBytes: number, rubbish: string): Promise<string> {
  const copy = path.join(await temporaryFolder(), "paceline.db");
  await copyFile(file, copy);
  await copyFile(`${file}-wal`, `${copy}-wal`);
  await truncate(`${copy}-wal`, logBytes);
  await appendFile(`${copy}-wal`, rubbish);
  return copy;
}

test("whatever byte a power cut stops at, every batch is there wholly or not at all", async () => {
  const { store, file } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 60 });
  const whole = async () => (await stat(`${file}-wal`)).size;
  /** After so many bytes of the log, so many calls are over. */
  const kept: { bytes: number; completed: number }[] = [{ bytes: await whole(), completed: 0 }];
  for (let batch = 1; batch <= 10; batch += 1) {
    const attempts = await claimNext(store, campaignId, 6);
    await store.dialing.record(attempts.map((attemptId) => ended(attemptId, TALKED)));
    kept.push({ bytes: await whole(), completed: batch * 6 });
  }
  const { bytes: first } = kept[0]!;
  const { bytes: last } = kept.at(-1)!;

  await fc.assert(
    fc.asyncProperty(fc.integer({ min: first, max: last }), fc.string(), async (bytes, rubbish) => {
      const copy = await cutOff(file, bytes, rubbish);
      const survivor = await openStore(copy, TEST_SETTINGS);
      try {
        const promised = kept.filter((one) => one.bytes <= bytes).at(-1)!.completed;
        const { completed, inProgress, pending } = await survivor.dialing.figures(campaignId);
        expect(completed % 6).toBe(0);
        expect(completed).toBe(promised);
        expect([0, 6]).toContain(inProgress);
        expect(completed + inProgress + pending).toBe(60);
        expect(await survivor.dialing.openAttempts()).toHaveLength(inProgress);
        const next = await claimNext(survivor, campaignId, pending, NOW + 1);
        expect(next).toHaveLength(pending);
      } finally {
        await survivor.close();
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("what was promised to be on disk is in the files when its promise resolves", async () => {
  const { store, file } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 2 });
  await claimNext(store, campaignId, 2);
  const copy = await cutOff(file, (await readFile(`${file}-wal`)).length, "");
  const survivor = await openStore(copy, TEST_SETTINGS);
  expect(await survivor.dialing.openAttempts()).toEqual(await store.dialing.openAttempts());
  await survivor.close();
});

test("the writing connection waits for the disk, for a power cut is no end of a process", async () => {
  const connection = await connectForWriting(path.join(await temporaryFolder(), "paceline.db"));
  const FULL = 2;
  expect(await connection.rows("pragma synchronous", [])).toEqual([{ synchronous: FULL }]);
  expect(await connection.rows("pragma journal_mode", [])).toEqual([{ journal_mode: "wal" }]);
  await connection.close();
});
