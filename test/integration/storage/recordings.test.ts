import { expect, test } from "vitest";
import type { AttemptId, ContactId } from "../../../src/shared/ids";
import type { Store } from "../../../src/main/storage";
import { temporaryStore } from "../../support/temporary-store";
import { aRunningCampaign, claimNext, ended, NOW } from "./scene";

const END = NOW + 60_000;

async function recordedCalls(store: Store, count: number): Promise<AttemptId[]> {
  const id = await aRunningCampaign(store, { contacts: count });
  const attempts = await claimNext(store, id, count);
  for (const [place, attemptId] of attempts.entries()) {
    await store.dialing.record([
      { kind: "placed", attemptId, sid: `CA${place + 1}`, state: "queued", at: NOW },
      ended(attemptId, { kind: "completed", outcome: "talked" }, { endedAt: END + place }),
    ]);
  }
  return attempts;
}

const dueSids = async (store: Store, now: number) =>
  (await store.recordings.due(now, 10)).map(({ callSid }) => callSid);

test("awaits what was recorded, the longest due first, across a restart", async () => {
  const { store, reopen } = await temporaryStore();
  const [first] = await recordedCalls(store, 2);
  expect(await store.recordings.nextDueAt()).toBe(END);
  expect(await dueSids(store, END)).toEqual(["CA1"]);
  expect(await dueSids(store, END + 1)).toEqual(["CA1", "CA2"]);
  await store.recordings.postpone(first!, END + 5_000);
  const again = await reopen();
  expect(await dueSids(again, END + 1)).toEqual(["CA2"]);
  expect((await again.recordings.due(END + 5_000, 9)).map(({ tries }) => tries)).toEqual([0, 1]);
});

test("goes from recording to transcript, and is then awaited no more", async () => {
  const { store } = await temporaryStore();
  const [attempt] = await recordedCalls(store, 1);
  const kept = { recordingSid: "RE1", fileName: "RE1.wav", durationSeconds: 30 };
  await store.recordings.recordingKept(attempt!, kept);
  expect(await store.recordings.due(END, 1)).toMatchObject([
    { recordingSid: "RE1", fileName: "RE1.wav", transcriptSid: null },
  ]);
  await store.recordings.transcriptRequested(attempt!, "GT1");
  expect(await store.recordings.due(END, 1)).toMatchObject([{ transcriptSid: "GT1", tries: 0 }]);
  await store.recordings.transcriptKept(attempt!, { summary: null, lines: [] });
  expect(await store.recordings.nextDueAt()).toBeNull();
});

test("keeps why there is no recording, and asks no more", async () => {
  const { store } = await temporaryStore();
  const [first, second] = await recordedCalls(store, 2);
  await store.recordings.recordingAbsent(first!, "It was empty.");
  await store.recordings.recordingKept(second!, {
    recordingSid: "RE2",
    fileName: "RE2.wav",
    durationSeconds: 1,
  });
  await store.recordings.transcriptAbsent(second!, "No service.");
  expect(await store.recordings.nextDueAt()).toBeNull();
  const [campaign] = await store.campaigns.list();
  const attempts = await store.calls.attempts(campaign!.id, 1 as ContactId);
  expect(attempts).toMatchObject([{ recording: "absent", recordingProblem: "It was empty." }]);
  await expect(store.calls.recorded(first!)).rejects.toThrow("It was empty.");
});
