import type { RecordingInstance } from "twilio/lib/rest/api/v2010/account/call/recording";
import type { RecordingAnswer } from "../recordings/ports";
import type { Connection } from "./connection";
import { faultFrom, faultOf } from "./error-classes";
import { failureOf } from "./request-failure";

const NOT_READY = new Set(["in-progress", "paused", "stopped", "processing"]);
/** How Twilio names the recording that our order to place the call asked for. */
const OF_THE_CALL = "OutboundAPI";

/** What the carrier has recorded of a call. A script's own "record" steps are other recordings. */
export async function recordingOf(connection: Connection, sid: string): Promise<RecordingAnswer> {
  try {
    const page = await connection
      .tally()
      .ask((client) => client.calls(sid).recordings.page({ pageSize: 50 }));
    const recording = wholeCall(page.instances);
    // Twilio names it some moments after the call's end.
    return recording === undefined ? { kind: "not-ready" } : answerOf(recording);
  } catch (thrown) {
    const failure = failureOf(thrown);
    return failure.kind === "answered" && failure.status === 404
      ? { kind: "absent", reason: "Twilio does not have this call any more." }
      : { kind: "failed", fault: faultFrom(thrown) };
  }
}

function wholeCall(recordings: readonly RecordingInstance[]): RecordingInstance | undefined {
  return (
    recordings.find((it) => it.source === OF_THE_CALL && it.channels === 2) ??
    recordings.find((it) => it.source === OF_THE_CALL) ??
    recordings.find((it) => it.channels === 2) ??
    recordings[0]
  );
}

function answerOf({ sid, status, duration, errorCode }: RecordingInstance): RecordingAnswer {
  if (NOT_READY.has(status)) return { kind: "not-ready" };
  if (status === "completed") {
    const durationSeconds = Number(duration);
    return Number.isFinite(durationSeconds) && typeof sid === "string"
      ? { kind: "ready", recordingSid: sid, durationSeconds }
      : { kind: "failed", fault: faultOf({ kind: "unreadable" }) };
  }
  const code = Number.isInteger(errorCode) && errorCode > 0 ? ` (Twilio error ${errorCode})` : "";
  return { kind: "absent", reason: `Twilio could not record this call${code}.` };
}
