import type { Campaign, LiveFigures } from "../../../../shared/campaign";
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
      return quiet(whileDialing(live, zone, now));
    case "PAUSED":
      return pauseReason && pauseReason.kind !== "supervisor"
        ? { words: pauseReason.message, needsYou: true }
        : quiet("Paused by you");
    case "COMPLETED":
    case "CANCELLED":
      return quiet(endedAt === null ? "" : `Ended ${formatMoment(endedAt, zone, now)}`);
  }
}

function whileDialing({ binding, expectedFinish }: LiveFigures, zone: string, now: Instant) {
  switch (binding.kind) {
    case "retry-delay":
      return `Next retry ${formatMoment(binding.until, zone, now)}`;
    case "calling-hours":
      return `Resumes ${formatMoment(binding.until, zone, now)}: calling hours`;
    case "attempt-limit":
      return `Resumes ${formatMoment(binding.until, zone, now)}: attempt limit`;
    case "do-not-call":
      return `Resumes ${formatMoment(binding.until, zone, now)}: do-not-call list`;
    case "back-off":
      return `Carrier busy, goes on ${formatMoment(binding.until, zone, now)}`;
    default:
      return expectedFinish === null
        ? "Finish not known yet"
        : `Finishes about ${formatMoment(expectedFinish, zone, now)}`;
  }
}
