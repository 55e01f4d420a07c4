import { access, readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { peaksPath, readPeaks, recordingPath } from "../../../src/main/recordings";
import type { AttemptId } from "../../../src/shared/ids";
import { HOUR, MINUTE } from "../../../src/shared/instant";
import { aStage, CARRIER_FAULT, NOW } from "./stage";

describe("keeping a recording", () => {
  test("puts it under the month in which the call ended, with its peaks beside it", async () => {
    const { store, keeper, kept, settled, dataFolder } = await aStage();
    const id = store.ended(42);
    keeper.wake();
    await settled();
    expect(store.rows.get(id)).toMatchObject({
      fileName: "2026/11/42.wav",
      recordingSid: "RE42",
      durationSeconds: 2,
    });
    const file = recordingPath(dataFolder, "2026/11/42.wav");
    await access(file);
    expect((await readPeaks(peaksPath(file)))?.peaks).toHaveLength(2);
    expect(kept).toEqual([42]);
  });

  test("then asks for the transcript and reads it once it is there", async () => {
    const { clock, store, carrier, keeper, settled, until } = await aStage();
    const id = store.ended(1);
    keeper.wake();
    await settled();
    expect(store.rows.get(id)?.transcriptSid).toBe("GT1");
    carrier.reading = async () => ({ kind: "not-ready" });
    clock.pass(5_000);
    await settled();
    carrier.reading = async () => ({ kind: "ready", summary: "Done.", lines: [] });
    clock.pass(HOUR);
    await until(() => store.rows.get(id)?.transcript);
    expect(store.rows.get(id)?.transcript).toEqual({ summary: "Done.", lines: [] });
    expect(carrier.asked).toEqual([
      "recording of CA1",
      "sound of RE1",
      "transcript for RE1",
      "transcript GT1",
      "transcript GT1",
    ]);
  });

  test("asks for no transcript where no service is set, and says why there is none", async () => {
    const { store, carrier, keeper, settled } = await aStage({ transcriptServiceSid: null });
    const id = store.ended(1);
    keeper.wake();
    await settled();
    expect(store.rows.get(id)?.transcriptProblem).toContain("Settings");
    expect(carrier.asked.filter((it) => it.includes("transcript"))).toEqual([]);
  });

  test("tells the carrier which track is the customer's", async () => {
    const { clock, store, carrier, keeper, settled, until } = await aStage({ customerTrack: 2 });
    const tracks: number[] = [];
    carrier.reading = async (_sid, track) => {
      tracks.push(track);
      return { kind: "absent", reason: "none" };
    };
    store.ended(1);
    keeper.wake();
    await settled();
    clock.pass(5_000);
    await until(() => tracks.length > 0);
    expect(tracks).toEqual([2]);
  });
});

describe("a recording that is not there yet", () => {
  test("is asked for again, ever later", async () => {
    const { clock, store, carrier, keeper, until } = await aStage();
    carrier.recording = async () => ({ kind: "not-ready" });
    store.ended(1);
    keeper.wake();
    const delays: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      await until(() => clock.waits.length > 0);
      const [wait = 0] = clock.waits;
      delays.push(wait / 1_000);
      clock.pass(wait);
    }
    expect(delays).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600]);
  });

  test("is given up after about a day of asking, with the reason", async () => {
    const { clock, store, carrier, keeper, kept, until } = await aStage();
    carrier.recording = async () => ({ kind: "not-ready" });
    const id = store.ended(1);
    keeper.wake();
    while (store.rows.get(id)?.dueAt !== null) {
      await until(() => clock.waits.length > 0 || store.rows.get(id)?.dueAt === null);
      clock.pass(clock.waits[0] ?? 0);
    }
    expect(store.rows.get(id)?.problem).toContain("could not be had");
    expect((clock.now() - NOW) / HOUR).toBeGreaterThan(20);
    expect((clock.now() - NOW) / HOUR).toBeLessThan(30);
    expect(kept).toEqual([1]);
  });

  test("is not given up because the application was closed for a month", async () => {
    const { clock, store, carrier, keeper, settled } = await aStage();
    clock.pass(30 * 24 * HOUR);
    carrier.recording = async () => ({ kind: "not-ready" });
    const id = store.ended(1, { tries: 3 });
    keeper.wake();
    await settled();
    expect(store.rows.get(id)?.problem).toBeUndefined();
  });

  test("is not asked for sooner than the carrier wants", async () => {
    const { clock, store, carrier, keeper, settled } = await aStage();
    const fault = { ...CARRIER_FAULT, retryAfterMs: 10 * MINUTE };
    carrier.recording = async () => ({ kind: "failed", fault });
    store.ended(1);
    keeper.wake();
    await settled();
    expect(clock.waits).toEqual([10 * MINUTE]);
  });
});

describe("a recording that cannot be had", () => {
  test("is absent with the carrier's reason", async () => {
    const { store, carrier, keeper, kept, settled } = await aStage();
    carrier.recording = async () => ({ kind: "absent", reason: "Twilio could not record it." });
    const id = store.ended(1);
    keeper.wake();
    await settled();
    expect(store.rows.get(id)).toMatchObject({
      problem: "Twilio could not record it.",
      dueAt: null,
    });
    expect(kept).toEqual([1]);
  });

  test("because it is broken, leaves no file behind", async () => {
    const { store, carrier, keeper, settled, dataFolder } = await aStage();
    carrier.sound = Buffer.from("<html></html>");
    const id = store.ended(1);
    keeper.wake();
    await settled();
    expect(store.rows.get(id)?.problem).toBe("The recording is not a WAV file.");
    const files = await readdir(recordingPath(dataFolder, "2026/11"));
    expect(files).toEqual([]);
  });

  test("because the download fails, is fetched later", async () => {
    const { clock, store, carrier, keeper, settled, until } = await aStage();
    const { downloading } = carrier;
    carrier.downloading = async () => ({ kind: "failed", fault: CARRIER_FAULT });
    const id = store.ended(1);
    keeper.wake();
    await settled();
    expect(store.rows.get(id)).toMatchObject({ fileName: null, tries: 1 });
    carrier.downloading = downloading;
    clock.pass(5_000);
    await until(() => store.rows.get(id)?.fileName);
  });
});

describe("the keeper", () => {
  test("asks nothing and sets no timer while nothing is awaited", async () => {
    const { clock, store, carrier, keeper, until } = await aStage();
    keeper.wake();
    await until(() => store.reads > 0);
    await keeper.stop();
    expect(carrier.asked).toEqual([]);
    expect(clock.waits).toEqual([]);
  });

  test("fetches a few at a time, and all of them", async () => {
    const { store, carrier, keeper, settled } = await aStage({ transcriptServiceSid: null });
    const { downloading } = carrier;
    let now = 0;
    let most = 0;
    carrier.downloading = async (sid, target) => {
      most = Math.max(most, (now += 1));
      const kept = await downloading(sid, target);
      now -= 1;
      return kept;
    };
    for (let id = 1; id <= 100; id += 1) store.ended(id);
    keeper.wake();
    await settled();
    expect([...store.rows.values()].filter(({ fileName }) => fileName !== null)).toHaveLength(100);
    expect(most).toBe(3);
  });

  test("a call that ends while it works is not missed", async () => {
    const { store, carrier, keeper, until } = await aStage({ transcriptServiceSid: null });
    const { recording } = carrier;
    carrier.recording = async (callSid) => {
      carrier.recording = recording;
      store.ended(2);
      keeper.wake();
      return recording(callSid);
    };
    store.ended(1);
    keeper.wake();
    await until(() => store.rows.get(2 as AttemptId)?.fileName);
  });

  test("nor is one that ends just as it is about to sleep", async () => {
    const { store, keeper, until } = await aStage({ transcriptServiceSid: null });
    store.ended(1);
    store.nextDueAt = async () => {
      if (!store.rows.has(2 as AttemptId)) {
        store.ended(2);
        keeper.wake();
      }
      return null;
    };
    keeper.wake();
    await until(() => store.rows.get(2 as AttemptId)?.fileName);
  });

  test("one that fails again and again does not hold up the others", async () => {
    const { clock, store, carrier, keeper, failures, until } = await aStage({
      transcriptServiceSid: null,
    });
    const { recording } = carrier;
    carrier.recording = (callSid) =>
      callSid === "CA1" ? Promise.reject(new Error("a mistake of ours")) : recording(callSid);
    store.ended(1);
    for (let id = 2; id <= 50; id += 1) store.ended(id);
    keeper.wake();
    await until(() => clock.waits.length > 0);
    expect([...store.rows.values()].filter(({ fileName }) => fileName !== null)).toHaveLength(49);
    expect(failures).toHaveLength(1);
    expect(clock.waits).toEqual([5_000]);
  });

  test("goes on after the store has failed", async () => {
    const { clock, store, keeper, failures, until } = await aStage({ transcriptServiceSid: null });
    const id = store.ended(1);
    store.failing = true;
    keeper.wake();
    await until(() => clock.waits.length > 0);
    expect(failures).toHaveLength(1);
    store.failing = false;
    clock.pass(MINUTE);
    await until(() => store.rows.get(id)?.fileName);
  });

  test("finishes what it has begun when it is stopped, and begins nothing more", async () => {
    const { clock, store, carrier, keeper, until } = await aStage({ transcriptServiceSid: null });
    const { recording } = carrier;
    const answers: (() => void)[] = [];
    carrier.recording = async (callSid) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return recording(callSid);
    };
    for (let id = 1; id <= 20; id += 1) store.ended(id);
    keeper.wake();
    await until(() => answers.length === 3);

    const stopped = keeper.stop();
    for (const answer of answers) answer();
    await stopped;
    keeper.wake();

    expect([...store.rows.values()].filter(({ fileName }) => fileName !== null)).toHaveLength(3);
    expect(carrier.asked.filter((it) => it.startsWith("recording of"))).toHaveLength(3);
    expect(clock.waits).toEqual([]);
  });
});
