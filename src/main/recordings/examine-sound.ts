import { peaksOf } from "./peaks";
import { peaksPath, writePeaks } from "./peaks-file";
import { BrokenSound } from "./wave-format";

export type SoundReport =
  | { readonly kind: "sound"; readonly durationSeconds: number }
  /** It will never play; `reason` says why, for people. */
  | { readonly kind: "broken"; readonly reason: string };

/** Listens to a recording once, from end to end, and puts its peaks beside it. */
export async function examineSound(recording: string): Promise<SoundReport> {
  try {
    const peaks = await peaksOf(recording);
    await writePeaks(peaksPath(recording), peaks);
    return { kind: "sound", durationSeconds: peaks.durationSeconds };
  } catch (thrown) {
    if (thrown instanceof BrokenSound) return { kind: "broken", reason: thrown.message };
    throw thrown;
  }
}
