import type { DialingSettings } from "../../../shared/campaign";
import { OUTCOME_WORDS } from "../../../shared/outcome";
import { retriedOutcome, type RetriedOutcome } from "../../../shared/retry-rules";
import { TIMES_OF_DAY } from "../../../shared/time-of-day";
import { formatCount, formatNumberOf } from "../../ui/format";

export type RetrySettings = Pick<
  DialingSettings,
  "maxRetries" | "retryDelayMinutes" | "retryRules" | "retryAtOtherTimesOfDay"
>;

/** How often and when contacts are dialed again, the outcomes with rules of their own apart. */
export function retrySentences(settings: RetrySettings): readonly string[] {
  const { maxRetries, retryDelayMinutes } = settings;
  if (maxRetries === 0) return ["Every contact is dialed once: nobody is tried again."];
  return [
    `A contact that is not reached is dialed at most ${formatNumberOf(maxRetries + 1, "time")}, ${waitWords(retryDelayMinutes)}.`,
    ...retriedOutcome.options.flatMap((outcome) => ruleSentence(outcome, settings) ?? []),
    ...(settings.retryAtOtherTimesOfDay
      ? [`Each retry waits for another time of day: ${timesOfDayWords().toLowerCase()}.`]
      : []),
  ];
}

/** "Morning (8–12), afternoon (12–17), evening (17–21)". */
export function timesOfDayWords(): string {
  const words = TIMES_OF_DAY.map(({ name, from, to }) => `${name} (${from}–${to})`).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Null where the outcome is retried as the campaign says, or a machine not at all. */
function ruleSentence(outcome: RetriedOutcome, settings: RetrySettings): string | null {
  const { retries, delaysMinutes } = settings.retryRules[outcome];
  const most = Math.min(retries ?? settings.maxRetries, settings.maxRetries);
  if (most === 0) return outcome === "machine" ? null : `${OUTCOME_WORDS[outcome]}: no retries.`;
  const asCampaign = retries === null && delaysMinutes.length === 0;
  if (asCampaign && outcome !== "machine") return null;
  const delays = delaysMinutes.length > 0 ? delaysMinutes : [settings.retryDelayMinutes];
  return `${OUTCOME_WORDS[outcome]}: up to ${formatNumberOf(most, "retry", "retries")}, ${delayWords(delays.slice(0, most), most)}.`;
}

function waitWords(minutes: number): string {
  if (minutes === 0) return "as soon as the pace allows";
  return `${formatNumberOf(minutes, "minute")} after the attempt before`;
}

/** "after 2, 4 and 8 minutes", "after 2, 4 and then 8 minutes each". */
function delayWords(delays: readonly number[], retries: number): string {
  if (delays.every((delay) => delay === 0)) return "as soon as the pace allows";
  const first = delays.slice(0, -1).map(formatCount).join(", ");
  const last = delays.at(-1) ?? 0;
  if (first === "") return `after ${formatNumberOf(last, "minute")}`;
  if (delays.length === retries) return `after ${first} and ${formatCount(last)} minutes`;
  return `after ${first} and then ${formatNumberOf(last, "minute")} each`;
}
