import { AppFailure } from "../../shared/app-error";
import type { RecordedCall } from "../../shared/call";
import { attemptId, type AttemptId } from "../../shared/ids";
import type { Settings } from "../../shared/settings";
import { peaksPath, readPeaks, recordingPath } from "../recordings";
import type { CallRepository } from "../storage";

type StoredRecording = Awaited<ReturnType<CallRepository["recorded"]>>;

/**
 * Everything that the player shows, the customer's track first; the sound itself is fetched by its
 * address. Works offline.
 * @throws AppFailure when the files are not where they were kept
 */
export async function recordedCall(
  kept: StoredRecording,
  dataFolder: string,
  customerTrack: Settings["customerTrack"],
): Promise<RecordedCall> {
  const drawn = await readPeaks(peaksPath(recordingPath(dataFolder, kept.fileName)));
  if (!drawn) {
    throw new AppFailure({
      kind: "storage",
      message: "The recording is not where it was kept, or it is damaged.",
      advice: "Look whether the recordings folder was moved or cleaned, and put its files back.",
    });
  }
  return {
    attemptId: kept.attemptId,
    audioUrl: `/recordings/${fileAddress(kept.attemptId)}`,
    durationSeconds: drawn.durationSeconds,
    peaks: customerTrack === 1 ? drawn.peaks : [...drawn.peaks].reverse(),
    summary: kept.summary,
    transcript: kept.transcript,
    transcriptState: kept.transcriptState,
    transcriptProblem: kept.transcriptProblem,
  };
}

const ADDRESS = /^(\d{1,15})\.wav$/;
const fileAddress = (id: AttemptId) => `${id}.wav`;

/** The sound file behind the last part of a recording's address; null when there is none. */
export async function recordingFile(
  calls: CallRepository,
  dataFolder: string,
  address: string,
): Promise<string | null> {
  const id = ADDRESS.exec(address)?.[1];
  if (!id) return null;
  const kept = await calls.recorded(attemptId.parse(Number(id))).catch(() => null);
  return kept && recordingPath(dataFolder, kept.fileName);
}
