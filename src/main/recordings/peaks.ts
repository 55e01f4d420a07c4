import { open, type FileHandle } from "node:fs/promises";
import { loudnessTable } from "./loudness";
import { readWaveFormat, type WaveFormat } from "./wave-format";

/** What a waveform is drawn from. */
export interface Peaks {
  readonly durationSeconds: number;
  /** One list a track: the loudest sample of each stretch of sound, 0 to 255. */
  readonly tracks: readonly Uint8Array[];
}

const PEAKS_PER_SECOND = 50;
/** More than any screen has columns. */
const MOST_PEAKS = 8_000;
const BLOCK_BYTES = 1 << 20;

/** @throws BrokenSound when the file holds no sound that can be read */
export async function peaksOf(path: string): Promise<Peaks> {
  const file = await open(path, "r");
  try {
    const format = await readWaveFormat(file);
    const frames = Math.floor(format.soundBytes / (format.tracks * format.bytesPerSample));
    const durationSeconds = frames / format.samplesPerSecond;
    const count = Math.min(MOST_PEAKS, Math.ceil(durationSeconds * PEAKS_PER_SECOND), frames);
    return { durationSeconds, tracks: await collect(file, format, frames, count) };
  } finally {
    await file.close();
  }
}

/** Reads the sound block by block: an hour of it must not lie in memory. */
async function collect(
  file: FileHandle,
  format: WaveFormat,
  frames: number,
  count: number,
): Promise<Uint8Array[]> {
  const tracks = Array.from({ length: format.tracks }, () => new Uint8Array(count));
  const table = loudnessTable(format.encoding);
  const frameBytes = format.tracks * format.bytesPerSample;
  const block = new ArrayBuffer(BLOCK_BYTES - (BLOCK_BYTES % frameBytes));
  let done = 0;
  while (done < frames) {
    const wanted = Math.min(block.byteLength, (frames - done) * frameBytes);
    const position = format.soundStart + done * frameBytes;
    const { bytesRead } = await file.read(new Uint8Array(block), 0, wanted, position);
    const read = Math.floor(bytesRead / frameBytes);
    if (read === 0) break;
    const samples = samplesIn(block, read * format.tracks, format.bytesPerSample);
    tracks.forEach((peaks, track) =>
      raise(peaks, samples, table, { track, tracks: tracks.length, done, frames }),
    );
    done += read;
  }
  return tracks;
}

/** WAV is little-endian, as is every computer that this runs on. */
function samplesIn(block: ArrayBuffer, count: number, bytes: 1 | 2): Uint8Array | Uint16Array {
  return bytes === 2 ? new Uint16Array(block, 0, count) : new Uint8Array(block, 0, count);
}

interface Place {
  readonly track: number;
  readonly tracks: number;
  /** Frames before this block. */
  readonly done: number;
  /** Frames of the whole sound. */
  readonly frames: number;
}

function raise(
  peaks: Uint8Array,
  samples: Uint8Array | Uint16Array,
  table: Uint8Array,
  { track, tracks, done, frames }: Place,
): void {
  const peaksPerFrame = peaks.length / frames;
  let frame = done;
  for (let at = track; at < samples.length; at += tracks) {
    const loudness = table[samples[at] ?? 0] ?? 0;
    const peak = Math.floor(frame * peaksPerFrame);
    if (loudness > (peaks[peak] ?? 0)) peaks[peak] = loudness;
    frame += 1;
  }
}
