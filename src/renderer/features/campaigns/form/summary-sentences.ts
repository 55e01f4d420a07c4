import {
  dialingSettings,
  type DialingSettings,
  type ScheduledStart,
  type StartEstimate,
} from "../../../../shared/campaign";
import { MINUTE, type Instant } from "../../../../shared/instant";
import {
  formatAboutMinutes,
  formatCount,
  formatDayAndTime,
  formatMoment,
  formatNumberOf,
} from "../../../ui/format";
import { concurrencySentence, hoursSentences, paceSentence } from "../estimate-sentences";
import { machineSentence } from "../machine-sentence";
import { retrySentences } from "../retry-sentences";
import { dialingOf, type FormValues } from "./form-values";

interface EstimatedInput {
  readonly dialing: DialingSettings;
  readonly scheduledStart: ScheduledStart | null;
}

/** What follows from the figures that the main process has worked out. */
export function estimateSentences(
  estimate: StartEstimate,
  { dialing, scheduledStart }: EstimatedInput,
  zone: string,
  now: Instant,
): readonly string[] {
  const { contacts, durationMinutes, callMinutes, quota } = estimate;
  return [
    `${formatNumberOf(contacts, "contact")} will be called.`,
    paceSentence(estimate, dialing),
    ...(contacts > 0 ? [`Dialing takes ${formatAboutMinutes(durationMinutes)} at that pace.`] : []),
    ...scheduleSentences(estimate, scheduledStart, zone, now),
    ...hoursSentences(estimate, zone, now),
    `About ${formatNumberOf(callMinutes, "call minute")} of the ${formatCount(quota.remaining)} that are left.`,
  ];
}

function scheduleSentences(
  { schedule, durationMinutes, withinHours }: StartEstimate,
  scheduledStart: ScheduledStart | null,
  zone: string,
  now: Instant,
): readonly string[] {
  // That it has passed is said by the schedule's note.
  if (schedule && schedule.at <= now) return [];
  if (!schedule || !scheduledStart) return ["It starts when you press Start Campaign."];
  const end = schedule.at + durationMinutes * MINUTE;
  const there = scheduledStart.timeZone;
  const through = withinHours
    ? ""
    : ` and is through about ${formatMoment(end, there, schedule.at)} there`;
  const first = `It starts by itself on ${formatDayAndTime(schedule.at, there)} (${there})${through}.`;
  if (there === zone) return [first];
  return [first, `That is ${formatMoment(schedule.at, zone, now)} here.`];
}

/** What follows from the fields alone, as far as they can be used. */
export function settingsSentences(values: FormValues): readonly string[] {
  const dialing = dialingOf(values);
  const pace = limits.safeParse(dialing);
  const retries = retrying.safeParse(dialing);
  const machine = machineSentence(values);
  return [
    ...(pace.success
      ? [concurrencySentence(pace.data.callsPerMinute, pace.data.maxConcurrentCalls)]
      : []),
    ...(retries.success ? retrySentences(retries.data) : []),
    ...(machine === null ? [] : [machine]),
  ];
}

const limits = dialingSettings.pick({ callsPerMinute: true, maxConcurrentCalls: true });
const retrying = dialingSettings.pick({
  maxRetries: true,
  retryDelayMinutes: true,
  retryRules: true,
  retryAtOtherTimesOfDay: true,
});
