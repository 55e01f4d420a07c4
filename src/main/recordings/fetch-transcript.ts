import type { Settings } from "../../shared/settings";
import type { Absent, Later } from "./media-step";
import type { AwaitedMedia, MediaCarrier, TranscriptAnswer } from "./ports";

export type KeeperSettings = Pick<Settings, "customerTrack" | "transcriptServiceSid">;

export type TranscriptStep =
  | Extract<TranscriptAnswer, { kind: "ready" }>
  | { readonly kind: "requested"; readonly transcriptSid: string }
  | Later
  | Absent;

const NO_SERVICE = "No transcripts are made: Settings name no Conversational Intelligence service.";

/** Asks for the transcript of a recording, or for what has become of it. */
export async function fetchTranscript(
  carrier: MediaCarrier,
  { customerTrack, transcriptServiceSid }: KeeperSettings,
  media: AwaitedMedia,
  recordingSid: string,
): Promise<TranscriptStep> {
  if (media.transcriptSid === null) {
    if (transcriptServiceSid === null) return { kind: "absent", reason: NO_SERVICE };
    const asked = await carrier.requestTranscript(transcriptServiceSid, recordingSid);
    return asked.kind === "failed" ? { kind: "later", fault: asked.fault } : asked;
  }
  const answer = await carrier.transcript(media.transcriptSid, customerTrack);
  switch (answer.kind) {
    case "ready":
    case "absent":
      return answer;
    case "not-ready":
      return { kind: "later", fault: null };
    case "failed":
      return { kind: "later", fault: answer.fault };
  }
}
