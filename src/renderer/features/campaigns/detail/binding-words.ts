import type { BindingLimit, DialingSettings } from "../../../../shared/campaign";
import type { Instant } from "../../../../shared/instant";
import { formatCount, formatMoment } from "../../../ui/format";

/** Which limit holds the next start back, in words that follow the pace. */
export function bindingWords(
  binding: BindingLimit,
  dialing: DialingSettings,
  zone: string,
  now: Instant,
): string {
  switch (binding.kind) {
    case "none":
      return "nothing holds it back";
    case "pace":
      return `bound by Calls Per Minute (${formatCount(dialing.callsPerMinute)})`;
    case "concurrency":
      return `bound by concurrent calls (${formatCount(dialing.maxConcurrentCalls)})`;
    case "retry-delay":
      return `the contacts left wait for a retry, the next at ${formatMoment(binding.until, zone, now)}`;
    case "calling-hours":
      return `outside calling hours at the contacts, goes on at ${formatMoment(binding.until, zone, now)}`;
    case "attempt-limit":
      return `the numbers left have reached the attempt limits, goes on at ${formatMoment(binding.until, zone, now)}`;
    case "do-not-call":
      return `the numbers left are on the do-not-call list, goes on at ${formatMoment(binding.until, zone, now)}`;
    case "account":
      return `bound by the account: ${binding.message}`;
    case "back-off":
      return `${binding.message} Goes on at ${formatMoment(binding.until, zone, now)}`;
    case "last-calls":
      return "everyone has been called; the last calls go on";
  }
}
