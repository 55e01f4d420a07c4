import type { NewActivity } from "../../shared/activity";
import type { CampaignFigures, DialingSettings, PauseReason } from "../../shared/campaign";
import { formatCount } from "../../shared/format-count";
import { HOUR, MINUTE, SECOND } from "../../shared/instant";
import type { PhoneNumber } from "../../shared/phone-number";

/** What the activity log says, in words for the supervisor. */

const callsWord = (calls: number) => `${formatCount(calls)} ${calls === 1 ? "call" : "calls"}`;

export function startedActivity(figures: CampaignFigures, dialing: DialingSettings): NewActivity {
  const message =
    `Started: ${formatCount(figures.total)} contacts, ${formatCount(dialing.callsPerMinute)} calls a ` +
    `minute, ${formatCount(dialing.maxConcurrentCalls)} at once.`;
  return { kind: "started", message };
}

export const resumedActivity = (): NewActivity => ({ kind: "resumed", message: "Resumed." });

export function pausedActivity({ kind, message, advice }: PauseReason): NewActivity {
  return {
    kind: kind === "circuit-breaker" ? "circuit-breaker" : "paused",
    message: advice ? `${message} ${advice}` : message,
  };
}

export const cancelledActivity = (): NewActivity => ({
  kind: "cancelled",
  message: "Cancelled by the supervisor. Calls in progress finish.",
});

export function completedActivity(figures: CampaignFigures): NewActivity {
  const message = `Completed: ${formatCount(figures.completed)} contacts completed, ${formatCount(figures.failed)} failed.`;
  return { kind: "completed", message };
}

export const startRefusedActivity = (message: string): NewActivity => ({
  kind: "start-refused",
  message,
});

export const unresolvedActivity = (to: PhoneNumber): NewActivity => ({
  kind: "unresolved",
  message:
    `The carrier cannot tell what became of the call to ${to}. The contact is not called until ` +
    "you say whether the call was placed.",
});

export const resolvedActivity = (to: PhoneNumber, wasPlaced: boolean): NewActivity => ({
  kind: "resolved",
  message: wasPlaced
    ? `The supervisor decided that the call to ${to} was placed.`
    : `The supervisor decided that the call to ${to} was not placed: it does not count as an attempt.`,
});

export const backOffActivity = (reason: string): NewActivity => ({
  kind: "back-off",
  message: `The carrier could not be reached or asked for patience: ${reason}`,
});

export const notTakenBackActivity = (calls: number): NewActivity => ({
  kind: "not-taken-back",
  message:
    `${callsWord(calls)} ${calls === 1 ? "was" : "were"} queued at the carrier and could not be ` +
    "taken back. They may still be dialed.",
});

export const settingsChangedActivity = (message: string): NewActivity => ({
  kind: "settings-changed",
  message,
});

export const asleepActivity = (): NewActivity => ({
  kind: "asleep",
  message: "The computer goes to sleep. No call starts until it wakes.",
});

/** @param slept milliseconds; null when the system did not say that it goes to sleep */
export const awakeActivity = (slept: number | null, calls: number): NewActivity => ({
  kind: "awake",
  message: `The computer woke${slept === null ? "" : ` after ${durationWords(slept)}`}. ${askedFor(calls)}`,
});

export const closedActivity = (calls: number): NewActivity => ({
  kind: "closed",
  message:
    "Paceline was closed. No call starts until it is started again." +
    (calls > 0 ? ` ${callsWord(calls)} in progress ${calls === 1 ? "finishes" : "finish"}.` : ""),
});

/** @param away milliseconds since the last sign of life */
export const recoveredActivity = (away: number, calls: number): NewActivity => ({
  kind: "recovered",
  message: `Paceline was not running for ${durationWords(away)}. ${askedFor(calls)}`,
});

function askedFor(calls: number): string {
  if (calls === 0) return "No call was in progress.";
  return `The carrier was asked what became of ${callsWord(calls)}.`;
}

/** In its two largest units: "2 h 5 min". */
function durationWords(milliseconds: number): string {
  const units = [
    { length: 24 * HOUR, word: "d" },
    { length: HOUR, word: "h" },
    { length: MINUTE, word: "min" },
    { length: SECOND, word: "s" },
  ];
  const first = units.findIndex(({ length }) => milliseconds >= length);
  if (first < 0) return "less than a second";
  let rest = milliseconds;
  const words: string[] = [];
  for (const { length, word } of units.slice(first, first + 2)) {
    const count = Math.floor(rest / length);
    if (count > 0) words.push(`${formatCount(count)} ${word}`);
    rest -= count * length;
  }
  return words.join(" ");
}
