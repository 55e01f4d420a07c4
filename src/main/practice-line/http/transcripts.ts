import { momentOf } from "../call";
import { recordingOf } from "../recording";
import type { LibraryRecording } from "../sound-library";
import {
  PRACTICE_TRANSCRIPT_SERVICE_SID,
  transcriptStatus,
  turnsWithin,
  type TranscriptOrder,
} from "../transcript";
import { metaListPage } from "./page";
import type { PracticeLine } from "./practice-line";
import { json, notFound, refusal, type Reply } from "./reply";
import type { PracticeRequest } from "./request";
import {
  sentenceResource,
  serviceResource,
  summaryResource,
  transcriptResource,
} from "./transcript-resource";

const LONGEST_CUSTOMER_KEY = 64;

export function listServices(line: PracticeLine, request: PracticeRequest): Reply {
  const all = [{ sid: PRACTICE_TRANSCRIPT_SERVICE_SID }];
  return metaListPage(
    request,
    "services",
    all,
    () => true,
    ({ sid }) => serviceResource(line.accountSid, sid),
  );
}

export function createTranscript(line: PracticeLine, request: PracticeRequest): Reply {
  const { form } = request;
  const serviceSid = form.get("ServiceSid") ?? "";
  if (!/^GA[0-9a-f]{32}$/.test(serviceSid)) {
    return refusal(400, 20001, "ServiceSid is not the SID of a service.");
  }
  const customerKey = form.get("CustomerKey");
  if ((customerKey ?? "").length > LONGEST_CUSTOMER_KEY) {
    return refusal(400, 20001, "CustomerKey must be 64 characters or fewer.");
  }
  const recordingSid = sourceSidOf(form.get("Channel"));
  const call = line.exchange.callOfRecording(recordingSid ?? "");
  if (recordingSid === null || call === null) {
    return refusal(400, 20001, "Channel names no recording of this account.");
  }
  if (recordingOf(call, line.clock.now())?.status !== "completed") {
    return refusal(400, 20001, "The recording is not completed.");
  }
  const order = { serviceSid, recordingSid, callSid: call.sid, customerKey };
  return json(202, resourceOf(line, line.exchange.orderTranscript(order)));
}

export function listTranscripts(line: PracticeLine, request: PracticeRequest): Reply {
  const now = line.clock.now();
  const asked = (name: string, value: string) =>
    !request.query.get(name) || request.query.get(name) === value;
  const matches = (transcript: TranscriptOrder) =>
    asked("SourceSid", transcript.recordingSid) &&
    asked("ServiceSid", transcript.serviceSid) &&
    asked("Status", transcriptStatus(transcript, now));
  return metaListPage(request, "transcripts", line.exchange.transcripts, matches, (it) =>
    resourceOf(line, it),
  );
}

export function fetchTranscript(line: PracticeLine, request: PracticeRequest, sid: string): Reply {
  const transcript = line.exchange.transcript(sid);
  return transcript === null ? notFound(request.path) : json(200, resourceOf(line, transcript));
}

export function listSentences(line: PracticeLine, request: PracticeRequest, sid: string): Reply {
  const heard = heardIn(line, sid);
  if (heard === null) return notFound(request.path);
  const sentences = turnsWithin(heard.recording, heard.seconds).map((turn, index) =>
    sentenceResource(sid, turn, index),
  );
  return metaListPage(
    request,
    "sentences",
    sentences,
    () => true,
    (it) => it,
  );
}

export function listOperatorResults(
  line: PracticeLine,
  request: PracticeRequest,
  sid: string,
): Reply {
  const heard = heardIn(line, sid);
  if (heard === null) return notFound(request.path);
  const results = [summaryResource(sid, heard.recording.summary)];
  return metaListPage(
    request,
    "operator_results",
    results,
    () => true,
    ({ sid: _token, ...it }) => it,
  );
}

/** What a completed transcript was written from. */
function heardIn(
  line: PracticeLine,
  sid: string,
): { readonly recording: LibraryRecording; readonly seconds: number } | null {
  const now = line.clock.now();
  const transcript = line.exchange.transcript(sid);
  if (transcript === null || transcriptStatus(transcript, now) !== "completed") return null;
  const call = line.exchange.call(transcript.callSid);
  const recording = line.library.recording(call?.plan.recording ?? "");
  if (call === null || recording === null) return null;
  return { recording, seconds: momentOf(call, now).durationSeconds ?? 0 };
}

function resourceOf(line: PracticeLine, transcript: TranscriptOrder): unknown {
  const now = line.clock.now();
  const call = line.exchange.call(transcript.callSid);
  const { answeredAt, durationSeconds } = call === null ? {} : momentOf(call, now);
  const recorded =
    answeredAt == null ? null : { startedAt: answeredAt, seconds: durationSeconds ?? 0 };
  return transcriptResource(line.accountSid, transcript, recorded, now);
}

/** `{"media_properties":{"source_sid":"RE…"}}` */
function sourceSidOf(channel: string | null): string | null {
  try {
    const value: unknown = JSON.parse(channel ?? "");
    const sid = (value as { media_properties?: { source_sid?: unknown } } | null)?.media_properties
      ?.source_sid;
    return typeof sid === "string" ? sid : null;
  } catch {
    return null;
  }
}
