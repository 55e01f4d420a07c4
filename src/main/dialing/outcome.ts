import type { DialingSettings } from "../../shared/campaign";
import type { Outcome } from "../../shared/outcome";
import type { CallReport } from "./ports";

export type FinalStatus = "completed" | "busy" | "no_answer" | "cancelled" | "failed";
export type FinalReport = CallReport & { readonly status: FinalStatus };

const FINAL: ReadonlySet<CallReport["status"]> = new Set<FinalStatus>([
  "completed",
  "busy",
  "no_answer",
  "cancelled",
  "failed",
]);

export function isFinal(status: CallReport["status"]): status is FinalStatus {
  return FINAL.has(status);
}

export interface Ending {
  readonly outcome: Outcome;
  /** What the carrier gave as the cause, in words. */
  readonly reason: string | null;
}

/** Who cancelled a call that the carrier reports as cancelled, and how far it had come. */
export interface Course {
  readonly rang: boolean;
  /** Whether the campaign has stopped dialing and takes back what is still queued. */
  readonly tookBack: boolean;
}

/** What came of a call, from the carrier's last word on it. */
export function outcomeOf(report: FinalReport, settings: DialingSettings, course: Course): Ending {
  if (report.failure?.kind === "declined") return { outcome: "declined", reason: null };
  switch (report.status) {
    case "completed":
      return { outcome: answered(report, settings), reason: null };
    case "busy":
      return { outcome: "busy", reason: null };
    case "no_answer":
      return { outcome: "no_answer", reason: null };
    case "cancelled":
      return cancelled(course);
    case "failed":
      return failed(report.failure);
  }
}

function answered(report: FinalReport, settings: DialingSettings): Outcome {
  if (report.answeredBy === "machine") return "machine";
  const { durationSeconds } = report;
  const { hungUpWithinSeconds: limit } = settings;
  // The carrier counts whole seconds; a limit of 0 switches the rule off.
  const hungUp = limit > 0 && durationSeconds !== null && durationSeconds <= limit;
  return hungUp ? "hung_up_immediately" : "talked";
}

/** A phone that rang was called, whoever stopped it. */
function cancelled({ rang, tookBack }: Course): Ending {
  if (rang) return { outcome: "no_answer", reason: "The call was stopped while it rang." };
  if (tookBack) return { outcome: "cancelled", reason: null };
  return {
    outcome: "network_error",
    reason: "The call was cancelled at the carrier before it rang.",
  };
}

function failed(failure: FinalReport["failure"]): Ending {
  switch (failure?.kind) {
    case "invalid-number":
      return { outcome: "invalid_number", reason: failure.reason };
    case "not-permitted":
      return { outcome: "not_permitted", reason: failure.reason };
    case "busy":
      return { outcome: "busy", reason: null };
    case "network":
      return { outcome: "network_error", reason: failure.reason };
    default:
      return { outcome: "network_error", reason: null };
  }
}

const ANSWERED: ReadonlySet<Outcome> = new Set(["talked", "hung_up_immediately", "machine"]);

export const wasAnswered = (outcome: Outcome): boolean => ANSWERED.has(outcome);
