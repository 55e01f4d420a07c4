import type { AppError } from "../../../shared/app-error";
import type { StartEstimate } from "../../../shared/campaign";
import { formatCount } from "../../ui/format";

/** Why the quota does not let a campaign start, with the figures. */
export function quotaShortage({ callMinutesNeeded, quota }: StartEstimate): AppError {
  const reserved =
    quota.reserved > 0
      ? ` (${formatCount(quota.used)} used, ${formatCount(quota.reserved)} reserved by running campaigns)`
      : ` (${formatCount(quota.used)} used)`;
  return {
    kind: "quota",
    message: `Too few call minutes remain, so the campaign cannot start: it needs ${formatCount(callMinutesNeeded)}, and ${formatCount(quota.remaining)} of ${formatCount(quota.minutes)} are left${reserved}.`,
    advice: "Raise the quota, or choose a smaller audience.",
  };
}
