import type { FileHandle } from "node:fs/promises";

export type Encoding = "pcm-8" | "pcm-16" | "mu-law" | "a-law";

/** Where the sound lies in a WAV file, and how it is written. */
export interface WaveFormat {
  readonly encoding: Encoding;
  readonly tracks: number;
  readonly samplesPerSecond: number;
  readonly bytesPerSample: 1 | 2;
  readonly soundStart: number;
  readonly soundBytes: number;
}

/** The file is no WAV file, or one of a kind that we do not read. The message is for people. */
export class BrokenSound extends Error {
  override readonly name = "BrokenSound";
}

const RIFF_HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
/** Format tag whose true tag stands further on. */
const EXTENSIBLE = 0xfffe;
const MOST_FORMAT_BYTES = 64;
const MOST_CHUNKS = 1_000;

/** Reads the chunks up to the sound itself; the sound stays on disk. */
export async function readWaveFormat(file: FileHandle): Promise<WaveFormat> {
  const { size } = await file.stat();
  const head = await bytesAt(file, 0, RIFF_HEADER_BYTES);
  if (head.toString("latin1", 0, 4) !== "RIFF" || head.toString("latin1", 8, 12) !== "WAVE") {
    throw new BrokenSound("The recording is not a WAV file.");
  }
  let format: Omit<WaveFormat, "soundStart" | "soundBytes"> | null = null;
  let at = RIFF_HEADER_BYTES;
  for (let chunk = 0; chunk < MOST_CHUNKS && at + CHUNK_HEADER_BYTES <= size; chunk += 1) {
    const header = await bytesAt(file, at, CHUNK_HEADER_BYTES);
    const name = header.toString("latin1", 0, 4);
    const length = header.readUInt32LE(4);
    at += CHUNK_HEADER_BYTES;
    if (name === "fmt ")
      format = formatOf(await bytesAt(file, at, Math.min(length, MOST_FORMAT_BYTES)));
    if (name === "data") return placed(format, at, length, size);
    // Chunks begin at even places.
    at += length + (length % 2);
  }
  throw new BrokenSound("The recording holds no sound.");
}

function placed(
  format: Omit<WaveFormat, "soundStart" | "soundBytes"> | null,
  soundStart: number,
  announced: number,
  size: number,
): WaveFormat {
  if (format === null) throw new BrokenSound("The recording does not say how it is written.");
  // Writers that stream do not know the length beforehand: they write 0 or the greatest number.
  const rest = size - soundStart;
  const soundBytes = announced === 0 ? rest : Math.min(announced, rest);
  if (soundBytes < format.bytesPerSample * format.tracks) {
    throw new BrokenSound("The recording holds no sound.");
  }
  return { ...format, soundStart, soundBytes };
}

function formatOf(chunk: Buffer) {
  if (chunk.length < 16) throw new BrokenSound("The recording does not say how it is written.");
  const tag = chunk.readUInt16LE(0);
  const tracks = chunk.readUInt16LE(2);
  const samplesPerSecond = chunk.readUInt32LE(4);
  const bits = chunk.readUInt16LE(14);
  const trueTag = tag === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag;
  const encoding = encodingOf(trueTag, bits);
  if (encoding === null || tracks < 1 || tracks > 2 || samplesPerSecond < 1) {
    throw new BrokenSound("The recording is a WAV file of a kind that cannot be read.");
  }
  const bytesPerSample: 1 | 2 = encoding === "pcm-16" ? 2 : 1;
  return { encoding, tracks, samplesPerSecond, bytesPerSample };
}

function encodingOf(tag: number, bits: number): Encoding | null {
  if (tag === 1 && bits === 8) return "pcm-8";
  if (tag === 1 && bits === 16) return "pcm-16";
  if (tag === 6 && bits === 8) return "a-law";
  return tag === 7 && bits === 8 ? "mu-law" : null;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new BrokenSound("The recording is cut off.");
  return buffer;
}
