import type { CallReport } from "../dialing/ports";

/** Twilio's words for a call's state, and ours. `initiated` is an event, never a status. */
const STATUSES: Readonly<Record<string, CallReport["status"]>> = {
  queued: "queued",
  ringing: "ringing",
  "in-progress": "in_progress",
  completed: "completed",
  busy: "busy",
  "no-answer": "no_answer",
  canceled: "cancelled",
  failed: "failed",
};

/** Null for a word that Twilio did not have when this was written. */
export function statusOf(word: unknown): CallReport["status"] | null {
  return typeof word === "string" && Object.hasOwn(STATUSES, word)
    ? (STATUSES[word] ?? null)
    : null;
}

export function isOver(status: CallReport["status"]): boolean {
  return status !== "queued" && status !== "ringing" && status !== "in_progress";
}

export function answeredByOf(word: unknown): CallReport["answeredBy"] {
  if (word === "human") return "human";
  if (word === "unknown") return "unknown";
  if (word === "fax") return "machine";
  return typeof word === "string" && word.startsWith("machine") ? "machine" : null;
}
