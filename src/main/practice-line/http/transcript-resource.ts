import { sidOf } from "../sid";
import type { SpokenTurn } from "../sound-library";
import { transcriptStatus, type TranscriptOrder } from "../transcript";
import { iso8601 } from "./dates";
import { INTELLIGENCE_HOST } from "./practice-line";

/** How sure a recogniser of speech would be. It is ours to say: the words are known. */
const CONFIDENCE = "0.97";

export function serviceResource(accountSid: string, sid: string): unknown {
  return {
    sid,
    account_sid: accountSid,
    unique_name: "practice-line",
    friendly_name: "Practice line",
    date_created: "2026-01-01T00:00:00Z",
    date_updated: "2026-01-01T00:00:00Z",
    auto_redaction: false,
    media_redaction: false,
    auto_transcribe: false,
    data_logging: false,
    language_code: "en-US",
    webhook_url: "",
    webhook_http_method: "NULL",
    read_only_attached_operator_sids: [sidOf("LY", "summary")],
    encryption_credential_sid: null,
    version: 1,
    url: `https://${INTELLIGENCE_HOST}/v2/Services/${sid}`,
  };
}

export function transcriptResource(
  accountSid: string,
  transcript: TranscriptOrder,
  recorded: { readonly startedAt: number; readonly seconds: number } | null,
  now: number,
): unknown {
  const { sid, recordingSid } = transcript;
  const url = `https://${INTELLIGENCE_HOST}/v2/Transcripts/${sid}`;
  return {
    sid,
    account_sid: accountSid,
    service_sid: transcript.serviceSid,
    status: transcriptStatus(transcript, now),
    channel: {
      media_properties: { source_sid: recordingSid, source: "TwilioRecording", media_url: null },
      type: "voice",
      participants: [],
    },
    customer_key: transcript.customerKey,
    data_logging: false,
    date_created: iso8601(transcript.createdAt),
    date_updated: iso8601(now),
    duration: recorded?.seconds ?? 0,
    encryption_credential_sid: null,
    language_code: "en-US",
    media_start_time: recorded === null ? null : iso8601(recorded.startedAt),
    redaction: false,
    url,
    links: {
      sentences: `${url}/Sentences`,
      encrypted_sentences: `${url}/Sentences/Encrypted`,
      media: `${url}/Media`,
      operator_results: `${url}/OperatorResults`,
      encrypted_operator_results: `${url}/OperatorResults/Encrypted`,
    },
  };
}

export function sentenceResource(transcriptSid: string, turn: SpokenTurn, index: number) {
  return {
    sid: sidOf("GX", `${transcriptSid} ${index}`),
    media_channel: turn.channel,
    sentence_index: index,
    start_time: turn.start.toFixed(2),
    end_time: turn.end.toFixed(2),
    transcript: turn.text,
    confidence: CONFIDENCE,
    words: null,
  };
}

/** The summary, where Twilio's own operator "Conversation Summary" puts it. */
export function summaryResource(transcriptSid: string, summary: string) {
  const sid = sidOf("LY", "summary");
  return {
    sid,
    operator_type: "text-generation",
    name: "Conversation Summary",
    operator_sid: sid,
    extract_match: null,
    match_probability: null,
    normalized_result: null,
    utterance_results: null,
    utterance_match: null,
    predicted_label: null,
    predicted_probability: null,
    label_probabilities: {},
    extract_results: {},
    text_generation_results: { format: "text", result: summary },
    json_results: null,
    transcript_sid: transcriptSid,
    url: `https://${INTELLIGENCE_HOST}/v2/Transcripts/${transcriptSid}/OperatorResults/${sid}`,
  };
}
