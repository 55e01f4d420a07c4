import { momentOf, type PracticeCall } from "./call";
import { sidOf } from "./sid";

/** How long the carrier works on a recording after the call's end. */
const PROCESSING_MS = 3_000;

/** The recording of a call as it stands at a moment. */
export interface RecordingMoment {
  readonly sid: string;
  readonly call: PracticeCall;
  readonly status: "in-progress" | "processing" | "completed";
  readonly startedAt: number;
  readonly updatedAt: number;
  /** Null until the call has ended. */
  readonly durationSeconds: number | null;
  /** How many channels it is handed out with, unless another number is asked for. */
  readonly channels: 1 | 2;
}

export function recordingSidOf(callSid: string): string {
  return sidOf("RE", callSid);
}

/** Null: nothing was or is being recorded, or the recording was deleted. */
export function recordingOf(call: PracticeCall, now: number): RecordingMoment | null {
  const channels = call.order.recordingChannels;
  const { answeredAt, endedAt, durationSeconds } = momentOf(call, now);
  if (channels === null || answeredAt === null || call.recordingDeleted) return null;

  const facts = { sid: recordingSidOf(call.sid), call, startedAt: answeredAt, channels };
  if (endedAt === null) {
    return { ...facts, status: "in-progress", updatedAt: answeredAt, durationSeconds: null };
  }
  const readyAt = endedAt + PROCESSING_MS;
  return now < readyAt
    ? { ...facts, status: "processing", updatedAt: endedAt, durationSeconds }
    : { ...facts, status: "completed", updatedAt: readyAt, durationSeconds };
}
