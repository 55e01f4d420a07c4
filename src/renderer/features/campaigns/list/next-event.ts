import type { Campaign } from "../../../../shared/campaign";
import type { Instant } from "../../../../shared/instant";
import { formatMoment } from "../../../ui/format";

/** What is next for a campaign, in a few words; `needsYou` when it waits for the supervisor. */
export interface NextEvent {
  readonly words: string;
  readonly needsYou: boolean;
}

export function nextEvent(campaign: Campaign, zone: string, now: Instant): NextEvent {
  const quiet = (words: string): NextEvent => ({ words, needsYou: false });
  const { live, startsAt, startProblem, pauseReason, endedAt } = campaign;
  switch (campaign.status) {
    case "DRAFT":
      if (startProblem) return { words: startProblem, needsYou: true };
      if (startsAt !== null) return quiet(`Scheduled for ${formatMoment(startsAt, zone, now)}`);
      return quiet("Not started");
    case "IN_PROGRESS":
      if (live.figures.unresolved > 0) {
        return { words: `${live.figures.unresolved} to be resolved by you`, needsYou: true };
      }
      if (live.binding.kind === "retry-delay") {
        return quiet(`Next retry ${formatMoment(live.binding.until, zone, now)}`);
      }
      if (live.binding.kind === "back-off") {
        return quiet(`Carrier busy, goes on ${formatMoment(live.binding.until, zone, now)}`);
      }
      if (live.expectedFinish === null) return quiet("Finish not known yet");
      return quiet(`Finishes about ${formatMoment(live.expectedFinish, zone, now)}`);
    case "PAUSED":
      return pauseReason && pauseReason.kind !== "supervisor"
        ? { words: pauseReason.message, needsYou: true }
        : quiet("Paused by you");
    case "COMPLETED":
    case "CANCELLED":
      return quiet(endedAt === null ? "" : `Ended ${formatMoment(endedAt, zone, now)}`);
  }
}
