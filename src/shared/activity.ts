import { z } from "zod";
import { campaignId } from "./ids";
import { instant } from "./instant";

export const activityKind = z.enum([
  "created",
  "edited",
  "scheduled",
  "start-refused",
  "started",
  "paused",
  /** Paused because too many calls failed on the carrier's side. */
  "circuit-breaker",
  "resumed",
  "back-off",
  /** Calls that were queued at the carrier when the campaign stopped, and may still be dialed. */
  "not-taken-back",
  /** The carrier cannot tell what became of a call. */
  "unresolved",
  /** The supervisor said what became of such a call. */
  "resolved",
  /** A setting by which the campaign dials was changed while it ran. */
  "settings-changed",
  "asleep",
  "awake",
  /** Paceline was closed while the campaign ran. */
  "closed",
  /** Paceline was started again, and goes on. */
  "recovered",
  "cancelled",
  "completed",
]);
export type ActivityKind = z.infer<typeof activityKind>;

/** For the supervisor: on screen and in the exported file. */
export const ACTIVITY_WORDS: Readonly<Record<ActivityKind, string>> = {
  created: "Created",
  edited: "Edited",
  scheduled: "Scheduled",
  "start-refused": "Not started",
  started: "Started",
  paused: "Paused",
  "circuit-breaker": "Paused: calls failed",
  resumed: "Resumed",
  "back-off": "Carrier out of reach",
  "not-taken-back": "Not taken back",
  unresolved: "Unresolved call",
  resolved: "Call resolved",
  "settings-changed": "Settings changed",
  asleep: "Computer asleep",
  awake: "Computer awake",
  closed: "Paceline closed",
  recovered: "Paceline back",
  cancelled: "Cancelled",
  completed: "Completed",
};

/** One line of a campaign's activity log. */
export const activity = z.object({
  id: z.number().int().positive(),
  at: instant,
  kind: activityKind,
  message: z.string(),
});
export type Activity = z.infer<typeof activity>;

/** A line that is to be written. */
export type NewActivity = Pick<Activity, "kind" | "message">;

/** Which lines are asked for, newest first. */
export const activityQuery = z.object({
  id: campaignId,
  /** Null: all. */
  kind: activityKind.nullable(),
  /** Part of a message. */
  search: z.string().max(200),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(500),
});
export type ActivityQuery = z.infer<typeof activityQuery>;

export const activityPage = z.object({ total: z.number().int(), rows: z.array(activity) });
export type ActivityPage = z.infer<typeof activityPage>;
