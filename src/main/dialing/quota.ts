import type { AppError } from "../../shared/app-error";
import type { CampaignFigures, PauseReason } from "../../shared/campaign";
import { formatCount } from "../../shared/format-count";
import type { QuotaFigures } from "./start-estimate";

export interface QuotaCheck extends QuotaFigures {
  readonly remaining: number;
  /** A whole minute for each contact still to call. */
  readonly needed: number;
  readonly enough: boolean;
}

/** Minutes without which a campaign is not started or resumed. */
export const minutesNeeded = (figures: CampaignFigures): number => figures.pending;

/** Minutes kept for a campaign that runs: those on a call now have not been counted as used. */
export const minutesReserved = (figures: CampaignFigures): number =>
  figures.pending + figures.inProgress;

export function checkQuota(quota: QuotaFigures, needed: number): QuotaCheck {
  const remaining = Math.max(0, quota.minutes - quota.used - quota.reserved);
  return { ...quota, remaining, needed, enough: needed <= remaining };
}

/** Why a start, a resume or a scheduled start is refused. */
export function quotaRefusal(check: QuotaCheck): AppError {
  return {
    kind: "quota",
    message:
      `Too few call minutes remain: ${formatCount(check.needed)} are needed, a whole one for each ` +
      `contact still to call, and ${formatCount(check.remaining)} of ${formatCount(check.minutes)} are ` +
      `left (${formatCount(check.used)} used, ${formatCount(check.reserved)} reserved by running ` +
      "campaigns). No call was made.",
    advice: "Raise the quota under Billing & Usage, or wait for the next month.",
  };
}

export const QUOTA_USED_UP: PauseReason = {
  kind: "quota",
  message: "The call minutes of this month are used up. No new calls are made.",
  advice: "Raise the quota under Billing & Usage, then resume the campaign.",
};
