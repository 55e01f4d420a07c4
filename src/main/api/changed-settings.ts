import type { AttemptLimit } from "../../shared/attempt-limit";
import { formatCount } from "../../shared/format-count";
import type { Settings } from "../../shared/settings";

/*
 * How settings that campaigns dial by have changed, in sentences for the activity logs of those that
 * run: whoever reads a log afterwards sees why calls came faster, slower or not at all from then on.
 */

/** The account's limits and the quota. */
export function changedLimits(before: Settings, after: Settings): readonly string[] {
  const sentences: string[] = [];
  const say = (what: string, was: number | null, is: number | null) => {
    if (was !== is) sentences.push(`${what} changed from ${limit(was)} to ${limit(is)}.`);
  };
  say("The quota of call minutes was", before.quotaMinutes, after.quotaMinutes);
  const calls = "The account's calls";
  say(`${calls} per second were`, before.accountCallsPerSecond, after.accountCallsPerSecond);
  say(`${calls} at once were`, before.accountConcurrentCalls, after.accountConcurrentCalls);
  return sentences;
}

const limit = (value: number | null) => (value === null ? "no limit" : formatCount(value));

/** Whom campaigns may call when; null: all is as it was. */
export function changedContactRules(before: Settings, after: Settings): string | null {
  const sentences: string[] = [];
  if (!isSame(before.callingHours, after.callingHours)) {
    sentences.push(
      after.callingHours === null
        ? "The calling hours in Settings were taken away."
        : "The calling hours in Settings were changed.",
    );
  }
  if (!isSame(before.attemptLimits, after.attemptLimits)) {
    sentences.push(`The limits of calls to a number were changed: ${limits(after.attemptLimits)}.`);
  }
  return sentences.length === 0 ? null : sentences.join(" ");
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function limits(all: readonly AttemptLimit[]): string {
  if (all.length === 0) return "none";
  const words = all.map(
    ({ attempts, hours }) => `${formatCount(attempts)} within ${formatCount(hours)} h`,
  );
  return `at most ${words.join(", ")}`;
}
