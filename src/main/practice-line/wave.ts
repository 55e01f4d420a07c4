/** Two tracks of telephone sound: 8000 samples a second, each 16 bits, little-endian, interleaved. */
export interface WaveFile {
  readonly samples: Buffer;
}

const SAMPLES_PER_SECOND = 8000;
const BYTES_PER_SAMPLE = 2;
const TRACKS = 2;
const HEADER_BYTES = 44;

/** Reads one of our own files, made by scripts/make-practice-recordings.mjs with a plain header. */
export function readWave(file: Buffer): WaveFile {
  const plain =
    file.toString("latin1", 36, 40) === "data" &&
    file.readUInt16LE(22) === TRACKS &&
    file.readUInt32LE(24) === SAMPLES_PER_SECOND &&
    file.readUInt16LE(34) === BYTES_PER_SAMPLE * 8;
  if (!plain) throw new Error("This is not a two-track WAV file of 8000 samples a second.");
  return { samples: file.subarray(HEADER_BYTES) };
}

/** The first `seconds` of a recording as a WAV file, on both tracks or mixed into one. */
export function writeWave(wave: WaveFile, seconds: number, channels: 1 | 2): Buffer {
  const wanted = seconds * SAMPLES_PER_SECOND * BYTES_PER_SAMPLE * TRACKS;
  const cut = wave.samples.subarray(0, wanted);
  const data = channels === 2 ? cut : mixed(cut);
  return Buffer.concat([header(data.length, channels), data]);
}

function mixed(samples: Buffer): Buffer {
  const mono = Buffer.alloc(samples.length / TRACKS);
  for (let at = 0; at < mono.length; at += BYTES_PER_SAMPLE) {
    const sum = samples.readInt16LE(at * 2) + samples.readInt16LE(at * 2 + BYTES_PER_SAMPLE);
    mono.writeInt16LE(Math.max(-0x8000, Math.min(0x7fff, sum)), at);
  }
  return mono;
}

function header(dataBytes: number, channels: 1 | 2): Buffer {
  const bytesPerFrame = BYTES_PER_SAMPLE * channels;
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  bytes.writeUInt32LE(SAMPLES_PER_SECOND * bytesPerFrame, 28);
  bytes.writeUInt16LE(bytesPerFrame, 32);
  bytes.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(dataBytes, 40);
  return bytes;
}
