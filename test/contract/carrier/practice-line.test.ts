import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createTwilioCarrier,
  type CallInstructions,
  type TwilioCarrier,
} from "../../../src/main/carrier";
import type { CallOrder, CallReport } from "../../../src/main/dialing/ports";
import type { PracticeMix } from "../../../src/main/practice-line/mix";
import { createPracticeServer, type PracticeServer } from "../../../src/main/practice-line/server";
import { PRACTICE_TRANSCRIPT_SERVICE_SID } from "../../../src/main/practice-line/start";
import { peaksPath, readPeaks } from "../../../src/main/recordings";
import { examineSound } from "../../../src/main/recordings/examine-sound";
import type { PhoneNumber } from "../../../src/shared/phone-number";
import { ACCOUNT, anOrder, hello, helloOr, NOW, SECRET } from "./scene";

const NONE: PracticeMix = {
  conversation: 0,
  hung_up_immediately: 0,
  machine: 0,
  no_answer: 0,
  busy: 0,
  network_error: 0,
  declined: 0,
  invalid_number: 0,
};

let now: number;
let folder: string;
let line: PracticeServer;
let carrier: TwilioCarrier;
let instructions: CallInstructions;

beforeEach(async () => {
  now = NOW;
  instructions = hello;
  folder = await mkdtemp(path.join(tmpdir(), "paceline-"));
  line = await createPracticeServer({
    accountSid: ACCOUNT,
    authToken: SECRET,
    folder,
    resources: path.resolve(import.meta.dirname, "../../../resources/practice"),
    mix: { ...NONE, conversation: 1 },
    clock: { now: () => now },
    seed: "carrier",
  });
  carrier = createTwilioCarrier({
    accountSid: ACCOUNT,
    apiKeySid: null,
    secret: SECRET,
    baseUrl: line.url,
    now: () => now,
    instructionsFor: () => Promise.resolve(instructions),
  });
});

afterEach(async () => {
  await line.close();
  await rm(folder, { recursive: true });
});

async function place(to = "+14155550111", changes: Partial<CallOrder> = {}): Promise<CallReport> {
  const first = await carrier.first();
  if (first.kind === "failed") throw new Error("The practice line has no number.");
  const placement = await carrier.place(
    anOrder({ to: to as PhoneNumber, from: first.number, ...changes }),
  );
  if (placement.kind !== "placed") throw new Error(`The call was ${placement.kind}.`);
  return placement.report;
}

async function follow(...sids: string[]): Promise<readonly CallReport[]> {
  const reports = await carrier.reports(sids.map((sid) => ({ sid, placedAt: NOW })));
  if (reports.kind === "failed") throw new Error("The calls could not be followed.");
  return reports.reports;
}

describe("through the practice line, as it is embedded", () => {
  test("a call goes from queued to completed", async () => {
    const { sid, status } = await place();
    expect(status).toBe("queued");
    const seen = new Set<string>();
    for (let second = 0; second < 120; second += 1) {
      now += 1_000;
      for (const report of await follow(sid)) seen.add(report.status);
    }
    expect([...seen]).toEqual(["ringing", "in_progress", "completed"]);
    const [report] = await follow(sid);
    expect(report?.durationSeconds).toBeGreaterThan(5);
    expect(report?.endedAt).toBeGreaterThan(NOW);
  });

  test.each([
    ["busy", "busy", null],
    ["no_answer", "no_answer", null],
    ["declined", "failed", "declined"],
    ["network_error", "failed", "network"],
  ] as const)("%s is told from the others", async (outcome, status, failure) => {
    line.setMix({ ...NONE, [outcome]: 1 });
    const { sid } = await place();
    now += 120_000;
    const [report] = await follow(sid);
    expect(report?.status).toBe(status);
    expect(report?.failure?.kind ?? null).toBe(failure);
  });

  test("an invalid number is told, whether it shows at once or after a while", async () => {
    line.setMix({ ...NONE, invalid_number: 1 });
    const first = await carrier.first();
    if (first.kind === "failed") throw new Error("The practice line has no number.");
    for (let number = 0; number < 10; number += 1) {
      const to = `+141555512${String(number).padStart(2, "0")}` as PhoneNumber;
      const placement = await carrier.place(anOrder({ to, from: first.number }));
      if (placement.kind === "placed") {
        now += 60_000;
        const [report] = await follow(placement.report.sid);
        expect(report?.failure).toMatchObject({ kind: "invalid-number" });
      } else {
        expect(placement).toMatchObject({ fault: { kind: "contact", outcome: "invalid_number" } });
      }
    }
  });

  test("a hundred calls are followed in a handful of requests", async () => {
    const sids: string[] = [];
    for (let number = 0; number < 100; number += 1) {
      const to = `+1415555${String(1_000 + number)}`;
      sids.push((await place(to)).sid);
    }
    now += 30_000;
    const before = carrier.requests;
    expect(await follow(...sids)).toHaveLength(100);
    expect(carrier.requests - before).toBeLessThanOrEqual(2);
  });

  describe.each(["wait", "meanwhile"] as const)("a machine, detection: %s", (machineDetection) => {
    /** Looked at every second until it is over. */
    async function course(machineReaction: CallOrder["machineReaction"], to: string) {
      const { sid } = await place(to, { machineDetection, machineReaction });
      const before = carrier.requests;
      for (let seconds = 1; seconds < 60; seconds += 1) {
        now += 1_000;
        const [report] = await follow(sid);
        if (report?.status !== "completed") continue;
        return { ...report, requests: carrier.requests - before - seconds };
      }
      throw new Error("The call does not end.");
    }
    const machine = "+15005553001";

    test("is hung up on, with one request more", async () => {
      const left = await course("talk", machine);
      const hungUp = await course("hang_up", machine);
      expect(left).toMatchObject({ answeredBy: "machine", requests: 0 });
      expect(hungUp).toMatchObject({ answeredBy: "machine", requests: 1 });
      expect(hungUp.durationSeconds).toBeLessThan(left.durationSeconds!);
    });

    test("is left a message, with one request more, after the beep", async () => {
      instructions = helloOr({ text: "Please call back.", language: "en-US" });
      expect(await course("leave_message", machine)).toMatchObject({
        answeredBy: "machine",
        requests: 1,
      });
    });

    test("is no person, whatever is done to machines", async () => {
      const answered = await course("hang_up", "+15005551001");
      expect(answered).toMatchObject({ answeredBy: "human", requests: 0 });
      expect(answered.durationSeconds).toBeGreaterThan(10);
    });
  });

  test("a call whose answer was lost is found by its numbers", async () => {
    const { sid } = await place();
    const first = await carrier.first();
    if (first.kind === "failed") throw new Error("The practice line has no number.");
    const to = "+14155550111" as PhoneNumber;
    expect(await carrier.search({ to, from: first.number, since: NOW })).toMatchObject({
      kind: "found",
      reports: [{ sid }],
    });
  });

  test("a queued call can be taken back", async () => {
    const { sid } = await place();
    expect(await carrier.cancelQueued(sid)).toMatchObject({
      reports: [{ sid, status: "cancelled" }],
    });
    now += 60_000;
    expect(await follow(sid)).toMatchObject([{ status: "cancelled" }]);
  });

  test("a recording is fetched, has sound on both tracks, and gets a transcript", async () => {
    const { sid } = await place();
    now += 10 * 60_000;
    const recording = await carrier.recordingOf(sid);
    if (recording.kind !== "ready") throw new Error(`The recording is ${recording.kind}.`);
    const file = path.join(folder, "2026", "11", "1.wav");
    expect(await carrier.download(recording.recordingSid, file)).toEqual({ kind: "kept" });
    expect(await examineSound(file)).toMatchObject({ kind: "sound" });
    const drawn = await readPeaks(peaksPath(file));
    expect(drawn?.peaks.map((peaks) => Math.max(...peaks) > 0.1)).toEqual([true, true]);

    const asked = await carrier.requestTranscript(
      PRACTICE_TRANSCRIPT_SERVICE_SID,
      recording.recordingSid,
    );
    if (asked.kind === "failed") throw new Error("No transcript could be asked for.");
    now += 10 * 60_000;
    const transcript = await carrier.transcript(asked.transcriptSid, 1);
    if (transcript.kind !== "ready") throw new Error(`The transcript is ${transcript.kind}.`);
    expect(transcript.summary).toBeTruthy();
    expect(new Set(transcript.lines.map(({ speaker }) => speaker))).toEqual(
      new Set(["customer", "ai"]),
    );
  });

  test("the connection works, and a wrong secret does not", async () => {
    expect(await carrier.checkConnection()).toMatchObject({
      ok: true,
      accountName: "Practice line",
    });
    const stranger = createTwilioCarrier({
      accountSid: ACCOUNT,
      apiKeySid: null,
      secret: "wrong",
      baseUrl: line.url,
      instructionsFor: () => Promise.resolve(hello),
    });
    expect(await stranger.checkConnection()).toMatchObject({
      ok: false,
      message: expect.stringContaining("auth token") as string,
    });
  });
});
