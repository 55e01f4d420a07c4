import type { TranscriptLine } from "../../shared/call";
import type { AttemptId, CampaignId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import type { Fault } from "../dialing/ports";

/** A finished, answered call whose recording or transcript is still to be had. */
export interface AwaitedMedia {
  readonly attemptId: AttemptId;
  readonly campaignId: CampaignId;
  readonly callSid: string;
  readonly endedAt: Instant;
  /** Null until the carrier has named it. */
  readonly recordingSid: string | null;
  /** Name of the file under the recordings folder; null until it is there. */
  readonly fileName: string | null;
  /** Null until a transcript has been asked for. */
  readonly transcriptSid: string | null;
  /** How often it was tried in vain. */
  readonly tries: number;
}

/** Everything is on disk when its promise resolves. */
export interface RecordingStore {
  /** Those that may be tried at `now`, longest due first. */
  due(now: Instant, limit: number): Promise<readonly AwaitedMedia[]>;
  /** When the next one may be tried; null when none is awaited. */
  nextDueAt(): Promise<Instant | null>;
  postpone(id: AttemptId, until: Instant): Promise<void>;
  /** The file is on disk, whole, before this is said. */
  recordingKept(
    id: AttemptId,
    kept: { recordingSid: string; fileName: string; durationSeconds: number },
  ): Promise<void>;
  recordingAbsent(id: AttemptId, reason: string): Promise<void>;
  transcriptRequested(id: AttemptId, transcriptSid: string): Promise<void>;
  transcriptKept(
    id: AttemptId,
    transcript: { summary: string | null; lines: readonly TranscriptLine[] },
  ): Promise<void>;
  transcriptAbsent(id: AttemptId, reason: string): Promise<void>;
}

export type RecordingAnswer =
  | { readonly kind: "ready"; readonly recordingSid: string; readonly durationSeconds: number }
  | { readonly kind: "not-ready" }
  | { readonly kind: "absent"; readonly reason: string }
  | { readonly kind: "failed"; readonly fault: Fault };

export type TranscriptAnswer =
  | {
      readonly kind: "ready";
      readonly summary: string | null;
      readonly lines: readonly TranscriptLine[];
    }
  | { readonly kind: "not-ready" }
  | { readonly kind: "absent"; readonly reason: string }
  | { readonly kind: "failed"; readonly fault: Fault };

/** The carrier's side of recordings and transcripts. Nothing here throws. */
export interface MediaCarrier {
  recordingOf(callSid: string): Promise<RecordingAnswer>;
  /** Writes the two-track WAV to `path`, whole or not at all. */
  download(
    recordingSid: string,
    path: string,
  ): Promise<{ readonly kind: "kept" } | { readonly kind: "failed"; readonly fault: Fault }>;
  /** Asks for a transcript, or names the one that this recording has already. */
  requestTranscript(
    serviceSid: string,
    recordingSid: string,
  ): Promise<
    | { readonly kind: "requested"; readonly transcriptSid: string }
    | { readonly kind: "failed"; readonly fault: Fault }
  >;
  /** `customerTrack`: which track of the recording is the customer's. */
  transcript(transcriptSid: string, customerTrack: 1 | 2): Promise<TranscriptAnswer>;
}
