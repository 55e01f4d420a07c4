import type { Encoding } from "./wave-format";

/** Loudest that a sample can be, in the steps in which peaks are kept. */
export const FULL_LOUDNESS = 255;

/**
 * How loud each possible sample is, from 0 to `FULL_LOUDNESS`, by the number that its bytes make.
 * With a table an hour of sound is one look-up a sample, whatever its encoding.
 */
export function loudnessTable(encoding: Encoding): Uint8Array {
  return encoding === "pcm-16" ? table(65_536, amplitude16) : table(256, AMPLITUDES[encoding]);
}

type Amplitude = (sample: number) => number;

/** Amplitudes are those of 16-bit sound: 0 to 32,768. */
const AMPLITUDES: Readonly<Record<Exclude<Encoding, "pcm-16">, Amplitude>> = {
  "pcm-8": (sample) => Math.abs(sample - 128) * 256,
  "mu-law": amplitudeOfMuLaw,
  "a-law": amplitudeOfALaw,
};

function amplitude16(sample: number): number {
  return sample < 32_768 ? sample : 65_536 - sample;
}

/** ITU-T G.711: all bits inverted; 3 bits exponent, 4 bits mantissa, with a bias of 132. */
function amplitudeOfMuLaw(sample: number): number {
  const bits = ~sample & 0xff;
  const exponent = (bits & 0x70) >> 4;
  return ((((bits & 0x0f) << 3) + 0x84) << exponent) - 0x84;
}

/** ITU-T G.711: even bits inverted; 3 bits exponent, 4 bits mantissa. */
function amplitudeOfALaw(sample: number): number {
  const bits = sample ^ 0x55;
  const exponent = (bits & 0x70) >> 4;
  const mantissa = ((bits & 0x0f) << 4) + 8;
  return exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
}

function table(size: number, amplitude: Amplitude): Uint8Array {
  return Uint8Array.from({ length: size }, (_, sample) =>
    Math.min(FULL_LOUDNESS, Math.round((amplitude(sample) * FULL_LOUDNESS) / 32_767)),
  );
}
