import type { CampaignFigures, DialingSettings, PauseReason } from "../../shared/campaign";
import type { CampaignChange } from "./ports";

/** What the activity log says, in words for the supervisor. */
type Activity = CampaignChange["activity"];

const figure = (value: number) => value.toLocaleString("en-US");

export function startedActivity(figures: CampaignFigures, dialing: DialingSettings): Activity {
  const message =
    `Started: ${figure(figures.total)} contacts, ${figure(dialing.callsPerMinute)} calls a ` +
    `minute, ${figure(dialing.maxConcurrentCalls)} at once.`;
  return { kind: "started", message };
}

export const resumedActivity = (): Activity => ({ kind: "resumed", message: "Resumed." });

export function pausedActivity(reason: PauseReason): Activity {
  const message = reason.advice ? `${reason.message} ${reason.advice}` : reason.message;
  return { kind: "paused", message };
}

export const cancelledActivity = (): Activity => ({
  kind: "cancelled",
  message: "Cancelled by the supervisor. Calls in progress finish.",
});

export function completedActivity(figures: CampaignFigures): Activity {
  const message = `Completed: ${figure(figures.completed)} contacts completed, ${figure(figures.failed)} failed.`;
  return { kind: "completed", message };
}

export const startRefusedActivity = (message: string): Activity => ({
  kind: "start-refused",
  message,
});

export const unresolvedActivity = (): Activity => ({
  kind: "unresolved",
  message:
    "The carrier cannot tell what became of a call. Its contact is not called until you say " +
    "whether the call was placed.",
});

export const backOffActivity = (reason: string): Activity => ({
  kind: "back-off",
  message: `The carrier could not be reached or asked for patience: ${reason}`,
});

export const notTakenBackActivity = (calls: number): Activity => ({
  kind: "paused",
  message:
    `${figure(calls)} ${calls === 1 ? "call was" : "calls were"} queued at the carrier and could ` +
    "not be taken back. They may still be dialed.",
});
