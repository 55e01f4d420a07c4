import { sidOf } from "./sid";
import type { LibraryRecording, SpokenTurn } from "./sound-library";

/** The one service of the practice account. Any other SID of a service is taken as well. */
export const PRACTICE_TRANSCRIPT_SERVICE_SID = sidOf("GA", "practice-line");

/** A transcript that somebody asked for. */
export interface TranscriptOrder {
  readonly sid: string;
  readonly serviceSid: string;
  readonly recordingSid: string;
  readonly callSid: string;
  readonly customerKey: string | null;
  readonly createdAt: number;
}

const QUEUED_MS = 1_000;
const WRITTEN_AFTER_MS = 4_000;

export function transcriptStatus(
  transcript: TranscriptOrder,
  now: number,
): "queued" | "in-progress" | "completed" {
  const age = now - transcript.createdAt;
  if (age < QUEUED_MS) return "queued";
  return age < WRITTEN_AFTER_MS ? "in-progress" : "completed";
}

/** What can be heard of a recording that was cut after `seconds`. */
export function turnsWithin(recording: LibraryRecording, seconds: number): SpokenTurn[] {
  return recording.turns
    .filter((turn) => turn.start < seconds)
    .map((turn) => ({ ...turn, end: Math.min(turn.end, seconds) }));
}
