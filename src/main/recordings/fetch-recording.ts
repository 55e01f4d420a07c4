import { rm } from "node:fs/promises";
import type { SoundReport } from "./examine-sound";
import type { Absent, Later } from "./media-step";
import type { AwaitedMedia, MediaCarrier } from "./ports";
import { recordingFileName, recordingPath } from "./recording-file";

export interface KeptRecording {
  readonly kind: "kept";
  readonly recordingSid: string;
  readonly fileName: string;
  readonly durationSeconds: number;
}

export interface Examiner {
  /** Listens to a recording and puts its peaks beside it. */
  examine(recording: string): Promise<SoundReport>;
}

export interface RecordingFetching {
  readonly carrier: MediaCarrier;
  readonly dataFolder: string;
  readonly examiner: Examiner;
}

/** Brings a recording to disk, with its peaks beside it. The store is not told here. */
export async function fetchRecording(
  fetching: RecordingFetching,
  media: AwaitedMedia,
): Promise<KeptRecording | Later | Absent> {
  const answer = await fetching.carrier.recordingOf(media.callSid);
  switch (answer.kind) {
    case "ready":
      return download(fetching, media, answer.recordingSid);
    case "not-ready":
      return { kind: "later", fault: null };
    case "failed":
      return { kind: "later", fault: answer.fault };
    case "absent":
      return answer;
  }
}

async function download(
  { carrier, dataFolder, examiner }: RecordingFetching,
  media: AwaitedMedia,
  recordingSid: string,
): Promise<KeptRecording | Later | Absent> {
  const fileName = recordingFileName(media.attemptId, media.endedAt);
  const path = recordingPath(dataFolder, fileName);
  const answer = await carrier.download(recordingSid, path);
  if (answer.kind === "failed") return { kind: "later", fault: answer.fault };
  const sound = await examiner.examine(path);
  if (sound.kind === "sound") {
    return { kind: "kept", recordingSid, fileName, durationSeconds: sound.durationSeconds };
  }
  await rm(path, { force: true });
  return { kind: "absent", reason: sound.reason };
}
