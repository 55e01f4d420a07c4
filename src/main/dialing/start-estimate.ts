import type { CallingHours } from "../../shared/calling-hours";
import { formatTime } from "../../shared/day-and-time";
import { formatCount } from "../../shared/format-count";
import type { DialingSettings, ScheduledStart, StartEstimate } from "../../shared/campaign";
import type { FlowContent } from "../../shared/flow";
import type { Instant } from "../../shared/instant";
import { dialingCourse, type ContactsSomewhere } from "./dialing-course";
import { expectedAttempts } from "./expected-attempts";
import { instantOf } from "../../shared/time-zone";

/** What calls come to where nothing is known of them yet. */
const TYPICAL = {
  /** Seconds that a dial keeps a line busy: ringing, and talking if it is answered. */
  lineSeconds: 40,
  minutesPerContact: 1.25,
};

export interface AccountLimits {
  readonly callsPerSecond: number;
  /** Null: no limit. */
  readonly concurrentCalls: number | null;
}

export interface QuotaFigures {
  readonly minutes: number;
  readonly used: number;
  /** Kept for campaigns that run. */
  readonly reserved: number;
}

export interface EstimateInput {
  readonly contacts: number;
  readonly flow: FlowContent;
  readonly dialing: DialingSettings;
  readonly scheduledStart: ScheduledStart | null;
  readonly account: AccountLimits;
  readonly quota: QuotaFigures;
  /** In force for this campaign; null: at any time. */
  readonly callingHours: CallingHours | null;
  /** Where its contacts are, of some of them or of all. */
  readonly whereabouts: readonly ContactsSomewhere[];
  readonly now: Instant;
}

/** What a start would mean: how long, how many minutes, which limit binds, and what to know before. */
export function estimateStart(input: EstimateInput): StartEstimate {
  const { rate, bound } = expectedRate(input.dialing, input.account);
  const remaining = Math.max(0, input.quota.minutes - input.quota.used - input.quota.reserved);
  const schedule = scheduleOf(input.scheduledStart, input.now);
  const callMinutesNeeded = input.contacts;
  const durationMinutes = (input.contacts * expectedAttempts(input.dialing)) / rate;
  const from = Math.max(input.now, schedule?.at ?? 0);
  return {
    contacts: input.contacts,
    durationMinutes,
    withinHours: withinHours(input, from, durationMinutes),
    callMinutes: Math.ceil(input.contacts * TYPICAL.minutesPerContact),
    callMinutesNeeded,
    quota: { ...input.quota, remaining },
    enoughQuota: callMinutesNeeded <= remaining,
    expectedCallsPerMinute: rate,
    bound,
    schedule: schedule && { at: schedule.at, note: schedule.note },
    warnings: warningsOf(input),
  };
}

function withinHours(
  { callingHours: hours, whereabouts: audience, contacts }: EstimateInput,
  from: Instant,
  minutes: number,
): StartEstimate["withinHours"] {
  if (hours === null || contacts === 0) return null;
  const course = dialingCourse({ from, minutes, audience, hours });
  return { firstCallAt: course?.first ?? null, lastCallAt: course?.last ?? null };
}

function leavesNoMessage({ dialing, flow }: EstimateInput): boolean {
  const { machineDetection, machineReaction } = dialing;
  if (machineDetection === "off" || machineReaction !== "leave_message") return false;
  return flow.kind !== "script" || flow.machineMessage === undefined;
}

function expectedRate(
  dialing: DialingSettings,
  account: AccountLimits,
): { rate: number; bound: StartEstimate["bound"] } {
  const perLine = 60 / TYPICAL.lineSeconds;
  const limits = [
    { bound: "pace" as const, rate: dialing.callsPerMinute },
    { bound: "concurrency" as const, rate: dialing.maxConcurrentCalls * perLine },
    { bound: "account" as const, rate: account.callsPerSecond * 60 },
    { bound: "account" as const, rate: (account.concurrentCalls ?? Infinity) * perLine },
  ];
  return limits.reduce((least, limit) => (limit.rate < least.rate ? limit : least));
}

function scheduleOf(
  scheduled: ScheduledStart | null,
  now: Instant,
): { at: Instant; note: string | null } | null {
  if (!scheduled) return null;
  const moment = instantOf(scheduled.local, scheduled.timeZone);
  if (moment.at <= now) {
    return { at: moment.at, note: "This time has passed. Choose a later one." };
  }
  switch (moment.kind) {
    case "exact":
      return { at: moment.at, note: null };
    case "skipped":
      return {
        at: moment.at,
        note: `Clocks in ${scheduled.timeZone} are put forward over this time: it starts at ${formatTime(moment.at, scheduled.timeZone)} there.`,
      };
    case "repeated":
      return {
        at: moment.at,
        note: `Clocks in ${scheduled.timeZone} are put back and show this time twice: it starts the first time, one hour before ${formatTime(moment.second, scheduled.timeZone)} comes again.`,
      };
  }
}

/**
 * The quota is not among them: it refuses the start, so it is said where that is decided. Nor are our
 * own limits, of which `bound` tells.
 */
function warningsOf(input: EstimateInput): string[] {
  const { dialing, account, contacts } = input;
  const perSecond = account.callsPerSecond;
  const warnings: string[] = [];
  if (contacts === 0) warnings.push("The audience has no contacts: nobody will be called.");
  if (leavesNoMessage(input)) {
    warnings.push(
      "The flow has no message for machines: a machine hears the flow itself. Write one under Flows, or choose what else happens when a machine answers.",
    );
  }
  if (dialing.callsPerMinute > perSecond * 60) {
    warnings.push(
      `The account starts at most ${formatCount(perSecond)} ${perSecond === 1 ? "call" : "calls"} a second, so at most ${formatCount(perSecond * 60)} a minute are reached.`,
    );
  }
  if (account.concurrentCalls !== null && dialing.maxConcurrentCalls > account.concurrentCalls) {
    warnings.push(
      `The account allows ${formatCount(account.concurrentCalls)} calls at once, fewer than Max Concurrent Calls.`,
    );
  }
  return [...warnings, ...zoneWarnings(input)];
}

/** Of contacts whose zone is not known. */
function zoneWarnings({ callingHours: hours, whereabouts }: EstimateInput): string[] {
  if (hours === null || hours.zone === "campaign") return [];
  const count = (some: readonly ContactsSomewhere[]) =>
    some.reduce((sum, { contacts }) => sum + contacts, 0);
  const unknown = count(whereabouts.filter(({ timeZones }) => timeZones.length === 0));
  if (unknown === 0) return [];
  const whose = `The time zone of ${formatCount(unknown)} of ${formatCount(count(whereabouts))} contacts is not known`;
  return hours.zone === "contact"
    ? [`${whose}: with calling hours by each contact's own time they are not called.`]
    : [`${whose}: they are called by the campaign's time, ${hours.timeZone}.`];
}
