import { recordingOf, type RecordingMoment } from "../recording";
import { writeWave } from "../wave";
import { rfc2822 } from "./dates";
import { listPage } from "./page";
import { accountPath, type PracticeLine } from "./practice-line";
import { json, noContent, notFound, refusal, sound, type Reply } from "./reply";
import type { PracticeRequest } from "./request";
import { timeFilter } from "./time-filter";

export function listRecordings(line: PracticeLine, request: PracticeRequest): Reply {
  const callSid = request.query.get("CallSid");
  const now = line.clock.now();
  const all = line.exchange.calls
    .filter((call) => !callSid || call.sid === callSid)
    .flatMap((call) => recordingOf(call, now) ?? []);
  return recordingPage(line, request, all, (recording) => recordingResource(line, recording));
}

export function listRecordingsOfCall(
  line: PracticeLine,
  request: PracticeRequest,
  callSid: string,
): Reply {
  const call = line.exchange.call(callSid);
  if (call === null) return notFound(request.path);
  const recording = recordingOf(call, line.clock.now());
  const all = recording === null ? [] : [recording];
  return recordingPage(line, request, all, (it) => callRecordingResource(line, it));
}

export function fetchRecording(line: PracticeLine, request: PracticeRequest, sid: string): Reply {
  const recording = find(line, sid);
  if (recording === null) return notFound(request.path);
  return json(200, recordingResource(line, recording));
}

/** The sound: as many channels as were ordered, unless `RequestedChannels` says otherwise. */
export function fetchMedia(line: PracticeLine, request: PracticeRequest, sid: string): Reply {
  const recording = find(line, sid);
  const name = recording?.call.plan.recording ?? null;
  if (recording?.status !== "completed" || name === null) return notFound(request.path);
  const asked = request.query.get("RequestedChannels") ?? String(recording.channels);
  if (asked !== "1" && asked !== "2") {
    return refusal(400, 20001, "RequestedChannels must be 1 or 2.");
  }
  const channels = asked === "1" ? 1 : 2;
  return sound(writeWave(line.library.sound(name), recording.durationSeconds ?? 0, channels));
}

export function deleteRecording(line: PracticeLine, request: PracticeRequest, sid: string): Reply {
  const recording = find(line, sid);
  if (recording === null) return notFound(request.path);
  line.exchange.deleteRecording(recording.call);
  return noContent();
}

function find(line: PracticeLine, sid: string): RecordingMoment | null {
  const call = line.exchange.callOfRecording(sid);
  return call === null ? null : recordingOf(call, line.clock.now());
}

function recordingPage(
  line: PracticeLine,
  request: PracticeRequest,
  all: readonly RecordingMoment[],
  resource: (recording: RecordingMoment) => unknown,
): Reply {
  const created = timeFilter(request.query, "DateCreated");
  return listPage(request, "recordings", all, (it) => created(it.startedAt), resource);
}

function commonFields(line: PracticeLine, recording: RecordingMoment) {
  const { sid, call, durationSeconds } = recording;
  return {
    sid,
    account_sid: line.accountSid,
    api_version: "2010-04-01",
    call_sid: call.sid,
    conference_sid: null,
    status: recording.status,
    source: "OutboundAPI",
    channels: recording.channels,
    duration: durationSeconds === null ? null : String(durationSeconds),
    date_created: rfc2822(recording.startedAt),
    date_updated: rfc2822(recording.updatedAt),
    start_time: rfc2822(recording.startedAt),
    price: null,
    price_unit: "USD",
    error_code: null,
    encryption_details: null,
  };
}

function recordingResource(line: PracticeLine, recording: RecordingMoment): unknown {
  const path = `${accountPath(line.accountSid)}/Recordings/${recording.sid}`;
  return {
    ...commonFields(line, recording),
    uri: `${path}.json`,
    media_url: `https://api.twilio.com${path}`,
    subresource_uris: {
      add_on_results: `${path}/AddOnResults.json`,
      transcriptions: `${path}/Transcriptions.json`,
    },
  };
}

/** Twilio's list under a call shows the track, but neither address nor parts. */
function callRecordingResource(line: PracticeLine, recording: RecordingMoment): unknown {
  const { sid, call } = recording;
  return {
    ...commonFields(line, recording),
    track: "both",
    uri: `${accountPath(line.accountSid)}/Calls/${call.sid}/Recordings/${sid}.json`,
  };
}
