import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  delayed,
  drop,
  html,
  json,
  reply,
  truncated,
  twilioError,
} from "../../support/scripted-http";
import { ACCOUNT, aScene, callSid } from "./scene";

const scene = aScene();
const RECORDING = `RE${"1".repeat(32)}`;
const RECORDINGS = /^GET .*\/Calls\/CA[0-9a-f]+\/Recordings\.json$/;
const MEDIA = new RegExp(
  `^GET https://api\\.twilio\\.com/2010-04-01/Accounts/${ACCOUNT}/Recordings/${RECORDING}\\.wav$`,
);

const row = (changes: object = {}) => ({
  sid: RECORDING,
  call_sid: callSid(1),
  status: "completed",
  channels: 2,
  source: "OutboundAPI",
  duration: "31",
  error_code: null,
  ...changes,
});
const page = (...rows: unknown[]) => json(200, { recordings: rows, page: 0 });

describe("the recording of a call", () => {
  test("is named once it is completed", async () => {
    scene.server.on(RECORDINGS, page(row()));
    expect(await scene.carrier.recordingOf(callSid(1))).toEqual({
      kind: "ready",
      recordingSid: RECORDING,
      durationSeconds: 31,
    });
  });

  test("is the whole call, not what a step of the script recorded", async () => {
    const step = row({ sid: `RE${"2".repeat(32)}`, source: "RecordVerb", channels: 1 });
    scene.server.on(RECORDINGS, page(step, row()));
    expect(await scene.carrier.recordingOf(callSid(1))).toMatchObject({ recordingSid: RECORDING });
  });

  test.each(["in-progress", "paused", "stopped", "processing"])(
    "is not ready while %s",
    async (status) => {
      scene.server.on(RECORDINGS, page(row({ status, duration: null })));
      expect(await scene.carrier.recordingOf(callSid(1))).toEqual({ kind: "not-ready" });
    },
  );

  test("is not ready while the carrier names none", async () => {
    scene.server.on(RECORDINGS, page());
    expect(await scene.carrier.recordingOf(callSid(1))).toEqual({ kind: "not-ready" });
  });

  test("is absent with the carrier's error number", async () => {
    scene.server.on(RECORDINGS, page(row({ status: "absent", error_code: 16101 })));
    expect(await scene.carrier.recordingOf(callSid(1))).toEqual({
      kind: "absent",
      reason: "Twilio could not record this call (Twilio error 16101).",
    });
  });

  test("is absent when the call is gone", async () => {
    scene.server.on(RECORDINGS, twilioError(404, 20404));
    expect(await scene.carrier.recordingOf(callSid(1))).toMatchObject({ kind: "absent" });
  });

  test.each([
    ["a broken connection", drop],
    ["HTML", html(200)],
    ["wrong credentials", twilioError(401, 20003)],
  ])("cannot be told after %s", async (_, answer) => {
    scene.server.on(RECORDINGS, answer);
    expect(await scene.carrier.recordingOf(callSid(1))).toMatchObject({ kind: "failed" });
  });
});

describe("downloading a recording", () => {
  const sound = Buffer.alloc(200_000, 7);
  let folder: string;
  let target: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "paceline-"));
    target = path.join(folder, "2026", "11", "42.wav");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const download = () => scene.carrier.download(RECORDING, target);
  const leftOver = async () =>
    (await readdir(folder, { recursive: true })).filter((it) => it.includes("42"));

  test("puts both tracks on disk, asked for with the credentials", async () => {
    scene.server.on(MEDIA, reply(200, sound));
    expect(await download()).toEqual({ kind: "kept" });
    expect(await readFile(target)).toEqual(sound);
    expect(scene.server.requests[0]?.query.get("RequestedChannels")).toBe("2");
    expect(scene.server.requests[0]?.headers.authorization).toMatch(/^Basic /);
    expect(await leftOver()).toHaveLength(1);
  });

  test("follows a redirect without the credentials", async () => {
    scene.server.on(
      MEDIA,
      reply(307, "", { Location: "https://storage.example/a.wav?signature=1" }),
    );
    scene.server.on(/storage\.example/, reply(200, sound));
    expect(await download()).toEqual({ kind: "kept" });
    const [, redirected] = scene.server.requests;
    expect(redirected?.address).toBe("https://storage.example/a.wav");
    expect(redirected?.headers.authorization).toBeUndefined();
  });

  test("gives up on redirects without end", async () => {
    scene.server.on(MEDIA, reply(302, "", { Location: "https://storage.example/a.wav" }));
    scene.server.on(/storage/, reply(302, "", { Location: "https://storage.example/a.wav" }));
    expect(await download()).toMatchObject({ kind: "failed" });
    expect(scene.server.requests.length).toBeLessThan(10);
  });

  test.each([
    ["is cut off", truncated(sound)],
    ["is dropped", drop],
    ["is empty", reply(200, "")],
    ["is a page of something in between", html(200)],
    ["is not there", twilioError(404, 20404)],
    ["is refused for now", twilioError(429, 20429)],
  ])("leaves nothing behind when it %s", async (_, answer) => {
    scene.server.on(MEDIA, answer);
    expect(await download()).toMatchObject({ kind: "failed" });
    expect(await leftOver()).toEqual([]);
  });

  test("waits for a slow answer", async () => {
    let go: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (go = resolve));
    scene.server.on(MEDIA, delayed(ready, reply(200, sound)));
    const downloading = download();
    go();
    expect(await downloading).toEqual({ kind: "kept" });
  });

  test("keeps the old file when a new one cannot be had", async () => {
    scene.server.on(MEDIA, [reply(200, sound), truncated(sound)]);
    await download();
    expect(await download()).toMatchObject({ kind: "failed" });
    expect(await readFile(target)).toEqual(sound);
  });

  test("says so when the disk refuses", async () => {
    await writeFile(path.join(folder, "2026"), "in the way");
    scene.server.on(MEDIA, reply(200, sound));
    expect(await download()).toMatchObject({
      kind: "failed",
      fault: { kind: "account", message: expect.stringContaining("disk") as string },
    });
  });
});
