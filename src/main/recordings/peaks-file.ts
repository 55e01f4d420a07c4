import { open, readFile, rename } from "node:fs/promises";
import { FULL_LOUDNESS } from "./loudness";
import type { Peaks } from "./peaks";

/**
 * Beside each recording lies a file with its peaks: "PEAK", a version, the number of tracks, the
 * peaks of a track, the duration in milliseconds (16, 16, 32 and 32 bits, little-endian), then the
 * peaks, track by track, a byte each.
 */
const MAGIC = "PEAK";
const VERSION = 1;
const HEADER_BYTES = 16;

export function peaksPath(recording: string): string {
  return recording.replace(/\.wav$/, ".peaks");
}

/** Whole or not at all. */
export async function writePeaks(path: string, peaks: Peaks): Promise<void> {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 0, "latin1");
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(peaks.tracks.length, 6);
  header.writeUInt32LE(peaks.tracks[0]?.length ?? 0, 8);
  header.writeUInt32LE(Math.round(peaks.durationSeconds * 1_000), 12);
  const partial = `${path}.part`;
  const file = await open(partial, "w");
  try {
    await file.writeFile(Buffer.concat([header, ...peaks.tracks]));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
}

export interface DrawnPeaks {
  readonly durationSeconds: number;
  /** One list a track, 0 to 1. */
  readonly peaks: number[][];
}

/** Null when there is no such file, or it is not one of ours: the peaks can be made again. */
export async function readPeaks(path: string): Promise<DrawnPeaks | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null || bytes.length < HEADER_BYTES) return null;
  const tracks = bytes.readUInt16LE(6);
  const count = bytes.readUInt32LE(8);
  const ours = bytes.toString("latin1", 0, 4) === MAGIC && bytes.readUInt16LE(4) === VERSION;
  if (!ours || bytes.length !== HEADER_BYTES + tracks * count) return null;
  return {
    durationSeconds: bytes.readUInt32LE(12) / 1_000,
    peaks: Array.from({ length: tracks }, (_, track) => {
      const start = HEADER_BYTES + track * count;
      return Array.from(bytes.subarray(start, start + count), drawn);
    }),
  };
}

function drawn(loudness: number): number {
  return Math.round((loudness / FULL_LOUDNESS) * 1_000) / 1_000;
}
