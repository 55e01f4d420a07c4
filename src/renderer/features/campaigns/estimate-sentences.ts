import type { DialingSettings, StartEstimate } from "../../../shared/campaign";
import { MINUTE, type Instant } from "../../../shared/instant";
import {
  formatAboutMinutes,
  formatCount,
  formatMoment,
  formatNumberOf,
  formatRate,
} from "../../ui/format";

/** What a start means, in one sentence of figures. */
export function startSentence({ contacts, durationMinutes, callMinutes, quota }: StartEstimate) {
  return (
    `${formatNumberOf(contacts, "contact")}, ${formatAboutMinutes(durationMinutes)}, ` +
    `about ${formatNumberOf(callMinutes, "minute")} of ${formatCount(quota.remaining)} left`
  );
}

/** Which limit binds, and what pace that comes to. */
export function paceSentence(
  { bound, expectedCallsPerMinute }: StartEstimate,
  { callsPerMinute, maxConcurrentCalls }: DialingSettings,
): string {
  const pace = `about ${formatRate(expectedCallsPerMinute)} calls a minute`;
  switch (bound) {
    case "pace":
      return `Calls Per Minute binds: ${formatNumberOf(callsPerMinute, "call")} a minute.`;
    case "concurrency":
      return `Max Concurrent Calls binds: ${formatCount(maxConcurrentCalls)} at once come to ${pace}, not ${formatCount(callsPerMinute)}.`;
    case "account":
      return `The account's own limit binds: it comes to ${pace}, not ${formatCount(callsPerMinute)}.`;
  }
}

/** The first and the last hour of dialing, if calling hours set them. */
export function hoursSentences(
  { withinHours }: StartEstimate,
  zone: string,
  now: Instant,
): readonly string[] {
  if (withinHours === null) return [];
  const { firstCallAt, lastCallAt } = withinHours;
  if (firstCallAt === null || lastCallAt === null) {
    return ["Within these calling hours nobody could be called, or not for years."];
  }
  const first =
    firstCallAt - now < MINUTE ? "at once" : `about ${formatMoment(firstCallAt, zone, now)}`;
  const last = formatMoment(lastCallAt, zone, firstCallAt);
  return [`Within calling hours the first call starts ${first} and the last about ${last}.`];
}

/** How long a call may take, on average, for the pace to be kept with so many at once. */
export function concurrencySentence(callsPerMinute: number, maxConcurrentCalls: number): string {
  const seconds = Math.floor((60 * maxConcurrentCalls) / callsPerMinute);
  const length = seconds < 90 ? `${seconds} s` : formatAboutMinutes(seconds / 60);
  return `${formatCount(callsPerMinute)} a minute with ${formatCount(maxConcurrentCalls)} at once holds only while a call takes ${length} or less.`;
}
