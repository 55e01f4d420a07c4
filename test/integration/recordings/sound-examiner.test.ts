import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { peaksPath, readPeaks, SoundExaminer } from "../../../src/main/recordings";
import { halfSilent, waveFile } from "./sounds";

let folder: string;
let workerFile: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "paceline-"));
  workerFile = path.join(folder, "peaks-worker.cjs");
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir: folder,
      target: "node18",
      ssr: path.resolve(import.meta.dirname, "../../../src/main/recordings/peaks-worker.ts"),
      rolldownOptions: { output: { format: "cjs", entryFileNames: "peaks-worker.cjs" } },
    },
  });
});
afterAll(() => rm(folder, { recursive: true }));

function anExaminer(): SoundExaminer {
  const examiner = new SoundExaminer(workerFile);
  onTestFinished(() => examiner.close());
  return examiner;
}

async function aRecording(name: string, bytes: Buffer): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

describe("examining recordings in a thread of its own", () => {
  test("answers each with its own report, however many are asked for at once", async () => {
    const examiner = anExaminer();
    const files = await Promise.all(
      [1, 2, 3].map((seconds) => aRecording(`${seconds}.wav`, waveFile(halfSilent(seconds)))),
    );
    const reports = await Promise.all(files.map((file) => examiner.examine(file)));
    expect(reports).toEqual(
      [1, 2, 3].map((durationSeconds) => ({ kind: "sound", durationSeconds })),
    );
    expect((await readPeaks(peaksPath(files[2] ?? "")))?.durationSeconds).toBe(3);
  });

  test("tells a broken one with its reason", async () => {
    const file = await aRecording("broken.wav", Buffer.from("<html>"));
    expect(await anExaminer().examine(file)).toMatchObject({ kind: "broken" });
  });

  test("rejects for a file that is not there, and goes on", async () => {
    const examiner = anExaminer();
    await expect(examiner.examine(path.join(folder, "nothing.wav"))).rejects.toThrow("ENOENT");
    const file = await aRecording("4.wav", waveFile(halfSilent(4)));
    expect(await examiner.examine(file)).toMatchObject({ durationSeconds: 4 });
  });

  test("rejects when its thread cannot start", async () => {
    const examiner = new SoundExaminer(path.join(folder, "no-such-worker.cjs"));
    await expect(examiner.examine("any.wav")).rejects.toThrow();
  });

  test("starts another thread after one has ended", async () => {
    const examiner = anExaminer();
    const file = await aRecording("5.wav", waveFile(halfSilent(1)));
    await examiner.examine(file);
    await examiner.close();
    expect(await examiner.examine(file)).toMatchObject({ kind: "sound" });
  });
});
