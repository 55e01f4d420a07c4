import type { DialingSettings } from "../../shared/campaign";
import { retriedOutcome, type RetriedOutcome } from "../../shared/retry-rules";

/** Shares of dials that come to an outcome that may be retried, where nothing is known of them yet. */
const TYPICAL_SHARES: Readonly<Record<RetriedOutcome, number>> = {
  no_answer: 0.2,
  busy: 0.06,
  network_error: 0.04,
  machine: 0.15,
};

/** Dials that a contact takes in the mean, by its campaign's rules. */
export function expectedAttempts(dialing: DialingSettings): number {
  let attempts = 1;
  let reached = 1;
  for (let dial = 1; dial <= dialing.maxRetries; dial += 1) {
    reached *= shareRetriedAfter(dial, dialing);
    attempts += reached;
  }
  return attempts;
}

/** As if all dials of a contact came to the same: rules that differ much are told a little short. */
function shareRetriedAfter(dial: number, dialing: DialingSettings): number {
  const { retryRules, maxRetries, machineDetection } = dialing;
  return retriedOutcome.options
    .filter((outcome) => outcome !== "machine" || machineDetection !== "off")
    .filter((outcome) => (retryRules[outcome].retries ?? maxRetries) >= dial)
    .reduce((share, outcome) => share + TYPICAL_SHARES[outcome], 0);
}

/** The longest that a retry waits after the dial before, in minutes; other times of day apart. */
export function longestDelay({
  retryRules,
  retryDelayMinutes,
  maxRetries,
}: DialingSettings): number {
  const delays = retriedOutcome.options.flatMap((outcome) => {
    const { retries, delaysMinutes } = retryRules[outcome];
    const most = Math.min(retries ?? maxRetries, maxRetries);
    return delaysMinutes.length > 0
      ? delaysMinutes.slice(0, most)
      : most > 0
        ? [retryDelayMinutes]
        : [];
  });
  return Math.max(0, ...delays);
}
