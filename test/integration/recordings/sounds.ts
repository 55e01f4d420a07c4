/** How a WAV file of a test is written. */
export interface SoundForm {
  readonly tag?: 1 | 6 | 7;
  readonly tracks?: 1 | 2;
  readonly samplesPerSecond?: number;
  readonly bits?: 8 | 16;
  /** Chunks that stand before the sound. */
  readonly before?: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** What the header says that the sound's bytes are; their true number if left out. */
  readonly announcedBytes?: number;
  readonly extensible?: boolean;
}

/** A WAV file around the bytes of a sound. */
export function waveFile(sound: Buffer, form: SoundForm = {}): Buffer {
  const chunks = [
    chunk("fmt ", formatOf(form)),
    ...(form.before ?? []).map(({ name, bytes }) => chunk(name, bytes)),
    chunk("data", sound, form.announcedBytes),
  ];
  const body = Buffer.concat([Buffer.from("WAVE", "latin1"), ...chunks]);
  return chunk("RIFF", body);
}

function formatOf({
  tag = 1,
  tracks = 2,
  samplesPerSecond = 8_000,
  bits = 16,
  extensible,
}: SoundForm) {
  const bytes = Buffer.alloc(extensible ? 40 : 16);
  bytes.writeUInt16LE(extensible ? 0xfffe : tag, 0);
  bytes.writeUInt16LE(tracks, 2);
  bytes.writeUInt32LE(samplesPerSecond, 4);
  bytes.writeUInt32LE((samplesPerSecond * tracks * bits) / 8, 8);
  bytes.writeUInt16LE((tracks * bits) / 8, 12);
  bytes.writeUInt16LE(bits, 14);
  if (extensible) {
    bytes.writeUInt16LE(22, 16);
    bytes.writeUInt16LE(tag, 24);
  }
  return bytes;
}

function chunk(name: string, bytes: Buffer, announced = bytes.length): Buffer {
  const header = Buffer.alloc(8);
  header.write(name, 0, "latin1");
  header.writeUInt32LE(announced, 4);
  return Buffer.concat([header, bytes, Buffer.alloc(bytes.length % 2)]);
}

/** Samples of 16 bits, track after track in each frame. */
export function pcm16(...samples: number[]): Buffer {
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, at) => bytes.writeInt16LE(sample, at * 2));
  return bytes;
}

/** So many seconds of two tracks: the first silent, the second at half its loudness. */
export function halfSilent(seconds: number): Buffer {
  const frames = seconds * 8_000;
  const bytes = Buffer.alloc(frames * 4);
  for (let frame = 0; frame < frames; frame += 1) {
    bytes.writeInt16LE(frame % 2 === 0 ? 16_384 : -16_384, frame * 4 + 2);
  }
  return bytes;
}
