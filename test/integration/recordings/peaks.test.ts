import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { peaksPath, readPeaks } from "../../../src/main/recordings";
import { examineSound } from "../../../src/main/recordings/examine-sound";
import { peaksOf } from "../../../src/main/recordings/peaks";
import { halfSilent, pcm16, waveFile, type SoundForm } from "./sounds";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "paceline-"));
  file = path.join(folder, "1.wav");
});
afterEach(() => rm(folder, { recursive: true }));

async function loudest(sound: Buffer, form: SoundForm): Promise<number[]> {
  await writeFile(file, waveFile(sound, form));
  const { tracks } = await peaksOf(file);
  return tracks.map((peaks) => Math.max(...peaks));
}

describe("the loudest of a sound", () => {
  test("in 16 bits, each track by itself", async () => {
    expect(await loudest(pcm16(0, 32_767, -16_384, 100), {})).toEqual([128, 255]);
    expect(await loudest(pcm16(-32_768, 0), {})).toEqual([255, 0]);
  });

  test("in 8 bits, where 128 is silence", async () => {
    expect(await loudest(Buffer.from([128, 0, 128, 192]), { bits: 8 })).toEqual([0, 255]);
    expect(await loudest(Buffer.from([192]), { bits: 8, tracks: 1 })).toEqual([128]);
  });

  // ITU-T G.711: µ-law's 0xFF and 0x7F are silence, 0x00 and 0x80 the loudest; A-law's are 0x55 and 0x2A.
  test("in µ-law", async () => {
    const form = { tag: 7, bits: 8 } as const;
    expect(await loudest(Buffer.from([0xff, 0x00, 0x7f, 0xff]), form)).toEqual([0, 250]);
    expect(await loudest(Buffer.from([0x80, 0xff]), form)).toEqual([250, 0]);
    expect(await loudest(Buffer.from([0x8f, 0xff]), form)).toEqual([
      Math.round((16_764 * 255) / 32_767),
      0,
    ]);
  });

  test("in A-law", async () => {
    const form = { tag: 6, bits: 8 } as const;
    expect(await loudest(Buffer.from([0xd5, 0xaa, 0x55, 0x2a]), form)).toEqual([0, 251]);
  });

  test.each([8_000, 16_000, 44_100, 48_000])("at %i samples a second", async (samplesPerSecond) => {
    const sound = Buffer.alloc(samplesPerSecond * 4);
    await writeFile(file, waveFile(sound, { samplesPerSecond }));
    expect(await peaksOf(file)).toMatchObject({ durationSeconds: 1 });
  });

  test("in a file that names its format at length", async () => {
    expect(await loudest(pcm16(0, 32_767), { extensible: true })).toEqual([0, 255]);
  });

  test("behind chunks of other kinds, of odd length too", async () => {
    const before = [{ name: "LIST", bytes: Buffer.from("abc") }];
    expect(await loudest(pcm16(0, 32_767), { before })).toEqual([0, 255]);
  });

  test.each([0, 0xffff_ffff])(
    "whose writer did not know its length (%i)",
    async (announcedBytes) => {
      expect(await loudest(pcm16(0, 32_767, 0, 0), { announcedBytes })).toEqual([0, 255]);
    },
  );
});

describe("the peaks of a recording", () => {
  test("stand where the sound is", async () => {
    const sound = halfSilent(2);
    sound.fill(0, 0, sound.length / 2);
    await writeFile(file, waveFile(sound));
    const { tracks } = await peaksOf(file);
    expect(tracks[0]?.every((peak) => peak === 0)).toBe(true);
    expect([...(tracks[1] ?? [])]).toEqual([
      ...Array<number>(50).fill(0),
      ...Array<number>(50).fill(128),
    ]);
  });

  test("are no more than a screen can show, however long it is", async () => {
    await writeFile(file, waveFile(halfSilent(600)));
    const { durationSeconds, tracks } = await peaksOf(file);
    expect(durationSeconds).toBe(600);
    expect(tracks.map(({ length }) => length)).toEqual([8_000, 8_000]);
    expect(tracks[1]?.every((peak) => peak === 128)).toBe(true);
  });

  test("lie beside it and can be read back", async () => {
    await writeFile(file, waveFile(halfSilent(3)));
    expect(await examineSound(file)).toEqual({ kind: "sound", durationSeconds: 3 });
    const drawn = await readPeaks(peaksPath(file));
    expect(drawn?.durationSeconds).toBe(3);
    expect(drawn?.peaks[0]).toEqual(Array<number>(150).fill(0));
    expect(drawn?.peaks[1]).toEqual(Array<number>(150).fill(0.502));
  });

  test.each([
    ["is missing", async () => undefined],
    ["is empty", () => writeFile(peaksPath(file), "")],
    ["is another's", () => writeFile(peaksPath(file), "a text of more than sixteen bytes")],
    [
      "is cut off",
      async () => {
        await writeFile(file, waveFile(halfSilent(3)));
        await examineSound(file);
        await truncate(peaksPath(file), 100);
      },
    ],
  ])("are not there when their file %s", async (_, spoil) => {
    await spoil();
    expect(await readPeaks(peaksPath(file))).toBeNull();
  });
});

describe("a broken recording is told as such, with the reason", () => {
  const good = waveFile(halfSilent(1));

  test.each([
    ["empty", Buffer.alloc(0)],
    ["a web page", Buffer.from("<html><body>Not found</body></html>")],
    ["cut off in its header", good.subarray(0, 30)],
    ["without any sound", waveFile(Buffer.alloc(0))],
    ["cut off before its sound", good.subarray(0, 44)],
    ["without a format", Buffer.concat([good.subarray(0, 12), good.subarray(36)])],
    ["of 24 bits", waveFile(halfSilent(1), { bits: 24 as 16 })],
    ["of floating point", waveFile(halfSilent(1), { tag: 3 as 1 })],
    ["of no tracks", waveFile(halfSilent(1), { tracks: 0 as 1 })],
    ["of six tracks", waveFile(halfSilent(1), { tracks: 6 as 1 })],
    ["of no speed", waveFile(halfSilent(1), { samplesPerSecond: 0 })],
    [
      "random bytes behind a good beginning",
      Buffer.concat([good.subarray(0, 12), Buffer.alloc(5_000, 0xfe)]),
    ],
    [
      "an endless row of empty chunks",
      Buffer.concat([good.subarray(0, 12), Buffer.alloc(100_000)]),
    ],
  ])("%s", async (_, bytes) => {
    await writeFile(file, bytes);
    expect(await examineSound(file)).toEqual({
      kind: "broken",
      reason: expect.stringMatching(/^The recording .+\.$/) as string,
    });
  });

  test("one that is cut off in its sound still plays as far as it goes", async () => {
    await writeFile(file, waveFile(halfSilent(2)).subarray(0, 44 + 32_000));
    expect(await examineSound(file)).toEqual({ kind: "sound", durationSeconds: 1 });
  });
});
