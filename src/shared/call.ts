import { z } from "zod";
import { attemptId, campaignId, contactId } from "./ids";
import { instant } from "./instant";
import { outcome } from "./outcome";
import { phoneNumber } from "./phone-number";

/** Where one dial stands. The first six are open; an end is never undone. */
export const attemptState = z.enum([
  /** On disk; the carrier has not answered yet. */
  "intent",
  "queued",
  "ringing",
  "in_progress",
  /** The carrier's answer was lost; it is being asked what became of the call. */
  "ambiguous",
  /** The carrier cannot tell what became of the call: the supervisor decides. */
  "unresolved",
  "ended",
]);
export type AttemptState = z.infer<typeof attemptState>;

export const recordingState = z.enum([
  /** The call has none: nobody answered. */
  "none",
  /** Not ready at the carrier, or not fetched yet. */
  "awaited",
  "ready",
  /** The carrier says that there is none, or it is broken: the reason stands beside it. */
  "absent",
]);
export type RecordingState = z.infer<typeof recordingState>;

/** One dial, whatever came of it. */
export const attempt = z.object({
  id: attemptId,
  /** 1 for the first dial of this contact in this campaign. */
  number: z.number().int().positive(),
  state: attemptState,
  outcome: outcome.nullable(),
  /** What the carrier gave as the cause of a failure, in words. */
  reason: z.string().nullable(),
  to: phoneNumber,
  from: phoneNumber,
  startedAt: instant,
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** From answer to end, as the carrier counts it. */
  durationSeconds: z.number().int().nullable(),
  recording: recordingState,
  recordingProblem: z.string().nullable(),
});
export type Attempt = z.infer<typeof attempt>;

/** A contact's state in a campaign, as the Calls section shows it. */
export const callStatus = z.enum(["PENDING", "IN_PROGRESS", "COMPLETED", "FAILED"]);
export type CallStatus = z.infer<typeof callStatus>;

/** By which calls are filtered: a status, or those of which the carrier cannot tell. */
export const callFilter = z.enum([...callStatus.options, "UNRESOLVED"]);
export type CallFilter = z.infer<typeof callFilter>;

/** One row of the Calls section: a contact that has been called. */
export const callRow = z.object({
  campaignId,
  campaignName: z.string(),
  contactId,
  name: z.string(),
  phone: phoneNumber,
  status: callStatus,
  /** State of the attempt that is under way. */
  attemptState: attemptState.nullable(),
  outcome: outcome.nullable(),
  /** Of the last attempt that was answered. */
  durationSeconds: z.number().int().nullable(),
  attempts: z.number().int(),
  lastAttemptAt: instant,
  /** When the next attempt may start, while one is due. */
  nextAttemptAt: instant.nullable(),
  /** The summary of the conversation. */
  transcript: z.string().nullable(),
  recording: recordingState,
  /** The attempt whose recording Play opens. */
  recordedAttemptId: attemptId.nullable(),
});
export type CallRow = z.infer<typeof callRow>;

export const callSort = z.enum(["time", "contact", "status", "duration", "attempts"]);
export type CallSort = z.infer<typeof callSort>;

export const callQuery = z.object({
  /** Null: all campaigns. */
  campaignId: campaignId.nullable(),
  /** Part of a name, or of a number as it is written. */
  search: z.string().max(200),
  status: callFilter.nullable(),
  outcome: outcome.nullable(),
  sort: callSort,
  descending: z.boolean(),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(500),
});
export type CallQuery = z.infer<typeof callQuery>;

export const callPage = z.object({ total: z.number().int(), rows: z.array(callRow) });
export type CallPage = z.infer<typeof callPage>;

export const speaker = z.enum(["customer", "ai"]);

export const transcriptLine = z.object({
  speaker,
  /** Seconds from the start of the recording. */
  start: z.number(),
  end: z.number(),
  text: z.string(),
});
export type TranscriptLine = z.infer<typeof transcriptLine>;

/** Everything that the player shows. */
export const recordedCall = z.object({
  attemptId,
  /** Address that an audio element can play, with range requests. */
  audioUrl: z.string(),
  durationSeconds: z.number(),
  /** Greatest amplitude of each stretch of sound, −1 to 1, one list a track: customer, AI. */
  peaks: z.array(z.array(z.number())),
  summary: z.string().nullable(),
  transcript: z.array(transcriptLine),
  /** As of a recording; "none" there is not. */
  transcriptState: z.enum(["awaited", "ready", "absent"]),
  /** Why there is none. */
  transcriptProblem: z.string().nullable(),
});
export type RecordedCall = z.infer<typeof recordedCall>;
