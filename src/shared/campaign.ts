import { z } from "zod";
import { callingHours } from "./calling-hours";
import { audienceId, campaignId, flowId } from "./ids";
import { instant } from "./instant";
import { outcome } from "./outcome";
import { phoneNumber } from "./phone-number";
import { DEFAULT_RETRY_RULES, LONGEST_RETRY_DELAY, MOST_RETRIES, retryRules } from "./retry-rules";
import { isTimeZone } from "./time-zone";
import { wholeNumber } from "./whole-number";

export const campaignStatus = z.enum(["DRAFT", "IN_PROGRESS", "PAUSED", "COMPLETED", "CANCELLED"]);
export type CampaignStatus = z.infer<typeof campaignStatus>;

/** Whether the carrier tells an answering machine from a person, and whether the flow waits for it. */
export const machineDetection = z.enum([
  "off",
  /** The flow begins once it is known who answered. */
  "wait",
  /** The flow begins at once, to whoever answered. */
  "meanwhile",
]);
export type MachineDetection = z.infer<typeof machineDetection>;

/** What a call does once a machine is known to have answered. */
export const machineReaction = z.enum([
  /** The flow goes on. */
  "talk",
  /** The flow's message for machines, after the beep. */
  "leave_message",
  "hang_up",
]);
export type MachineReaction = z.infer<typeof machineReaction>;

export const dialingSettings = z.object({
  /** Calls started per minute, spread evenly. 1,800 is the 30 a second that Twilio allows at most. */
  callsPerMinute: wholeNumber(1, 1_800, "Calls Per Minute"),
  maxConcurrentCalls: wholeNumber(1, 1_000, "Max Concurrent Calls"),
  /** How its share of the account's limits compares with those of others. */
  weight: wholeNumber(1, 10, "Share of the account"),
  /** Further attempts after the first. */
  maxRetries: wholeNumber(0, MOST_RETRIES, "Max Retries"),
  /** Minutes from the end of one attempt to the start of the next. */
  retryDelayMinutes: wholeNumber(0, LONGEST_RETRY_DELAY, "Retry Delay"),
  /** What differs from Max Retries and Retry Delay after some outcomes. */
  retryRules,
  /** Whether a retry waits for a time of day at which the contact was called least. */
  retryAtOtherTimesOfDay: z.boolean(),
  /** Longest that a call may last, in minutes. */
  callTimeoutMinutes: wholeNumber(1, 240, "Call Timeout"),
  /** How long a phone may ring, in seconds. Twilio takes 1 to 600; below 5 nobody can answer. */
  ringTimeoutSeconds: wholeNumber(5, 600, "Ring timeout"),
  /** A call that a person answers and that is over within so many seconds was hung up immediately. */
  hungUpWithinSeconds: wholeNumber(0, 60, "Hung up immediately within"),
  /** Those of the settings, or the campaign's own; null: calls may start at any time. */
  callingHours: z.union([z.literal("settings"), callingHours]).nullable(),
  machineDetection,
  machineReaction,
  /** Whether contacts that its audience gets while the campaign runs or is paused are called too. */
  appendedContactsJoin: z.boolean().default(false),
});
export type DialingSettings = z.infer<typeof dialingSettings>;

export const DEFAULT_DIALING: DialingSettings = {
  callsPerMinute: 10,
  maxConcurrentCalls: 5,
  weight: 1,
  maxRetries: 3,
  retryDelayMinutes: 5,
  retryRules: DEFAULT_RETRY_RULES,
  retryAtOtherTimesOfDay: false,
  callTimeoutMinutes: 5,
  ringTimeoutSeconds: 30,
  hungUpWithinSeconds: 5,
  callingHours: "settings",
  machineDetection: "off",
  machineReaction: "talk",
  appendedContactsJoin: false,
};

/** Scheduled Start: what the supervisor chose. The moment follows from both (`instantOf`). */
export const scheduledStart = z.object({
  /** Wall clock reading in `timeZone`, to the minute: "2027-03-14T02:30". */
  local: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Give a date and a time."),
  /** IANA zone. */
  timeZone: z
    .string({ error: "Timezone is required once Scheduled Start is set." })
    .min(1, "Timezone is required once Scheduled Start is set.")
    .refine(isTimeZone, "This time zone is not known. Choose one from the list."),
});
export type ScheduledStart = z.infer<typeof scheduledStart>;

/** What Create Campaign asks for. */
export const campaignDraft = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Name is required.")
    .max(120, "Name may have at most 120 characters."),
  flowId,
  audienceId,
  /** Null: started by hand. */
  scheduledStart: scheduledStart.nullable(),
  dialing: dialingSettings,
  /** Null: the first number of the account. */
  callerId: phoneNumber.nullable(),
});
export type CampaignDraft = z.infer<typeof campaignDraft>;

/** Why a campaign stands still although nobody ended it. */
export const pauseReason = z.object({
  kind: z.enum([
    /** The supervisor pressed Pause. */
    "supervisor",
    /** Too few call minutes remain. */
    "quota",
    /** The account or its settings: what has to be mended is in the advice. */
    "account",
    /** More than half of at least 20 dials within two minutes failed on the carrier's side. */
    "circuit-breaker",
  ]),
  message: z.string(),
  advice: z.string().optional(),
});
export type PauseReason = z.infer<typeof pauseReason>;

/** Counts of contacts. Total = Pending + In Progress + Completed + Failed, at every instant. */
export const campaignFigures = z.object({
  total: z.number().int(),
  /** Not yet called, or waiting for a retry. */
  pending: z.number().int(),
  /** Of those pending: how many have been called and wait for a retry. */
  waitingForRetry: z.number().int(),
  inProgress: z.number().int(),
  /** Of those in progress: the carrier cannot tell what became of the call. */
  unresolved: z.number().int(),
  completed: z.number().int(),
  failed: z.number().int(),
  /** Contacts that are completed or failed, by the outcome that ended them. */
  outcomes: z.partialRecord(outcome, z.number().int()),
});
export type CampaignFigures = z.infer<typeof campaignFigures>;

/** Which limit holds the next start back at this moment. */
export const bindingLimit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("pace") }),
  z.object({ kind: z.literal("concurrency"), active: z.number().int() }),
  /** Nobody may be called before this moment: retries wait. */
  z.object({ kind: z.literal("retry-delay"), until: instant }),
  /** Everyone left waits for the calling hours where they are. */
  z.object({ kind: z.literal("calling-hours"), until: instant }),
  /** The numbers left have been called as often as they may be for now. */
  z.object({ kind: z.literal("attempt-limit"), until: instant }),
  /** The numbers left are on the do-not-call list for a while. */
  z.object({ kind: z.literal("do-not-call"), until: instant }),
  z.object({ kind: z.literal("account"), message: z.string() }),
  /** The carrier asked for patience. */
  z.object({ kind: z.literal("back-off"), until: instant, message: z.string() }),
  /** Everyone has been called; the last calls go on. */
  z.object({ kind: z.literal("last-calls") }),
]);
export type BindingLimit = z.infer<typeof bindingLimit>;

/** What the screen shows of a campaign that runs, refreshed within a second of a change. */
export const liveFigures = z.object({
  campaignId,
  status: campaignStatus,
  figures: campaignFigures,
  /** Calls at the carrier now, unresolved ones included. */
  activeCalls: z.number().int(),
  /** Starts within the last 60 seconds. */
  actualCallsPerMinute: z.number(),
  binding: bindingLimit,
  /** Null while it cannot be told. */
  expectedFinish: instant.nullable(),
});
export type LiveFigures = z.infer<typeof liveFigures>;

export const campaign = z.object({
  id: campaignId,
  name: z.string(),
  status: campaignStatus,
  /** Set while PAUSED. */
  pauseReason: pauseReason.nullable(),
  flowId: flowId.nullable(),
  flowName: z.string(),
  audienceId: audienceId.nullable(),
  audienceName: z.string(),
  scheduledStart: scheduledStart.nullable(),
  /** The moment of Scheduled Start. */
  startsAt: instant.nullable(),
  /** What became of a scheduled start that could not happen, else null. */
  startProblem: z.string().nullable(),
  dialing: dialingSettings,
  callerId: phoneNumber.nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  live: liveFigures,
});
export type Campaign = z.infer<typeof campaign>;

/** Number of starts in each minute of the last hour, oldest first: 60 figures. */
export const startsPerMinute = z.array(z.number().int()).length(60);

/** What a start would mean, before it is confirmed. */
export const startEstimate = z.object({
  contacts: z.number().int(),
  /** Minutes of dialing at the limit that binds. */
  durationMinutes: z.number(),
  /**
   * With calling hours: when the first and the last call most likely start; null: nobody can be
   * called, or it would take years.
   */
  withinHours: z
    .object({ firstCallAt: instant.nullable(), lastCallAt: instant.nullable() })
    .nullable(),
  /** Call minutes it will most likely use. */
  callMinutes: z.number().int(),
  /** Call minutes without which the start is refused: a whole one for each contact still to call. */
  callMinutesNeeded: z.number().int(),
  quota: z.object({
    minutes: z.number().int(),
    used: z.number().int(),
    /** Kept for campaigns that run. */
    reserved: z.number().int(),
    remaining: z.number().int(),
  }),
  enoughQuota: z.boolean(),
  /** The calls a minute that these settings come to, and what bounds them. */
  expectedCallsPerMinute: z.number(),
  bound: z.enum(["pace", "concurrency", "account"]),
  /** Null when it starts by hand; else what is to be said of the chosen local time. */
  schedule: z.object({ at: instant, note: z.string().nullable() }).nullable(),
  /** Sentences: what the supervisor should know before starting. */
  warnings: z.array(z.string()),
});
export type StartEstimate = z.infer<typeof startEstimate>;
