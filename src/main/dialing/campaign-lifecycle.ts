import type { AppError, Result } from "../../shared/app-error";
import type { CampaignStatus } from "../../shared/campaign";

export type CampaignAction = "start" | "pause" | "resume" | "complete" | "cancel";

/**
 * DRAFT → IN_PROGRESS → COMPLETED; IN_PROGRESS ⇄ PAUSED; IN_PROGRESS or PAUSED → CANCELLED.
 * What is not in here is refused.
 */
export const CAMPAIGN_LIFECYCLE: Readonly<
  Record<CampaignStatus, Partial<Readonly<Record<CampaignAction, CampaignStatus>>>>
> = {
  DRAFT: { start: "IN_PROGRESS" },
  IN_PROGRESS: { pause: "PAUSED", complete: "COMPLETED", cancel: "CANCELLED" },
  PAUSED: { resume: "IN_PROGRESS", cancel: "CANCELLED" },
  COMPLETED: {},
  CANCELLED: {},
};

const ACTION_WORDS: Readonly<Record<CampaignAction, string>> = {
  start: "started",
  pause: "paused",
  resume: "resumed",
  complete: "completed",
  cancel: "cancelled",
};

/** The status that the action leads to, or why it is refused. */
export function changedStatus(
  status: CampaignStatus,
  action: CampaignAction,
): Result<CampaignStatus> {
  const next = CAMPAIGN_LIFECYCLE[status][action];
  if (next) return { ok: true, value: next };
  return { ok: false, error: refusal(status, action) };
}

function refusal(status: CampaignStatus, action: CampaignAction): AppError {
  return {
    kind: "refused",
    message: `The campaign was not ${ACTION_WORDS[action]}: ${because(status, action)}.`,
  };
}

function because(status: CampaignStatus, action: CampaignAction): string {
  switch (status) {
    case "DRAFT":
      return action === "cancel"
        ? "it has not been started, and a draft can be deleted"
        : "it has not been started";
    case "IN_PROGRESS":
      return "it is dialing already";
    case "PAUSED":
      return action === "start"
        ? "it has been started and is paused, so it can be resumed"
        : "it is paused";
    case "COMPLETED":
      return "it is completed, every contact has been called";
    case "CANCELLED":
      return "it was cancelled, which is for good";
  }
}
