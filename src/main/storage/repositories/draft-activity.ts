import type { Selectable } from "kysely";
import type { NewActivity } from "../../../shared/activity";
import type { ScheduledStart } from "../../../shared/campaign";
import { formatDayAndTime } from "../../../shared/day-and-time";
import { instantOf } from "../../../shared/time-zone";
import type { Schema } from "../schema";
import type { draftColumns } from "./campaign-draft";

type DraftColumns = Awaited<ReturnType<typeof draftColumns>>;

export function scheduled({ local, timeZone }: ScheduledStart): NewActivity {
  // Not as it was typed: a time that the clocks there skip is another one.
  const when = formatDayAndTime(instantOf(local, timeZone).at, timeZone);
  return { kind: "scheduled", message: `Scheduled for ${when} (${timeZone}).` };
}

/** What an edited draft's log says of the change; nothing when all is as it was. */
export function editedActivity(
  before: Selectable<Schema["campaign"]>,
  after: DraftColumns,
): readonly NewActivity[] {
  return [...edited(before, after), ...rescheduled(before, after)];
}

/** Columns that say the same in other words, such as the flow's name, are not named again. */
const FIELDS: readonly (readonly [keyof DraftColumns, string])[] = [
  ["name", "Name"],
  ["flow_id", "Flow"],
  ["audience_id", "Audience"],
  ["caller_id", "Caller ID"],
];

function edited(before: Selectable<Schema["campaign"]>, after: DraftColumns): NewActivity[] {
  const changed = FIELDS.filter(([column]) => before[column] !== after[column]).map(
    ([, word]) => word,
  );
  const settings = changedSettings(before.dialing, after.dialing);
  const what = [...changed, ...settings];
  return what.length === 0 ? [] : [{ kind: "edited", message: `Edited: ${what.join(", ")}.` }];
}

/** As the form has them; a setting that is not among these is named as one of the others. */
const SETTINGS: Readonly<Record<string, string>> = {
  callsPerMinute: "Calls Per Minute",
  maxConcurrentCalls: "Max Concurrent Calls",
  maxRetries: "Max Retries",
  retryDelayMinutes: "Retry Delay",
  callTimeoutMinutes: "Call Timeout",
  ringTimeoutSeconds: "Ring timeout",
  weight: "Share of the account",
};

function changedSettings(before: string, after: string): string[] {
  const old = JSON.parse(before) as Readonly<Record<string, unknown>>;
  const changed = Object.entries(JSON.parse(after) as Readonly<Record<string, unknown>>)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name]))
    .map(([name, value]) => {
      const word = SETTINGS[name];
      return word === undefined
        ? "other dialing settings"
        : `${word} ${figure(old[name])} → ${figure(value)}`;
    });
  return [...new Set(changed)];
}

function rescheduled(before: Selectable<Schema["campaign"]>, after: DraftColumns): NewActivity[] {
  const { schedule_local: local, schedule_zone: timeZone } = after;
  if (before.schedule_local === local && before.schedule_zone === timeZone) return [];
  if (local === null || timeZone === null) {
    return [{ kind: "scheduled", message: "No longer scheduled: it starts by hand." }];
  }
  return [scheduled({ local, timeZone })];
}

const figure = (value: unknown) =>
  typeof value === "number" ? value.toLocaleString("en-US") : "none";
