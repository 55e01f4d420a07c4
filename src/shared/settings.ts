import { z } from "zod";
import { attemptLimit } from "./attempt-limit";
import { callingHours } from "./calling-hours";
import { phoneNumber } from "./phone-number";

/** Which carrier the calls go to. Fixed while the application runs. */
export const carrierMode = z.enum([
  /** The embedded practice line: nobody's phone rings. */
  "practice",
  /** A Twilio account. */
  "live",
  /** Another server on the loopback interface, named by PACELINE_CARRIER_URL. */
  "test",
]);
export type CarrierMode = z.infer<typeof carrierMode>;

export const colorScheme = z.enum(["light", "dark", "auto"]);

/** Shares of the outcomes that the practice line gives its calls; any sum will do. */
export const practiceMix = z.object({
  conversation: z.number().min(0).max(100),
  hung_up_immediately: z.number().min(0).max(100),
  machine: z.number().min(0).max(100),
  no_answer: z.number().min(0).max(100),
  busy: z.number().min(0).max(100),
  network_error: z.number().min(0).max(100),
  declined: z.number().min(0).max(100),
  invalid_number: z.number().min(0).max(100),
});
export type PracticeMix = z.infer<typeof practiceMix>;

/** Settings that are kept in the store. Credentials are not among them. */
export const settings = z.object({
  quotaMinutes: z
    .number({ error: "The quota must be a number." })
    .int("The quota must be a whole number of minutes.")
    .min(0, "The quota must be at least 0.")
    .max(100_000_000, "The quota must be at most 100,000,000."),
  /** Calls that the account may start in a second, for all campaigns together. Twilio's default is 1. */
  accountCallsPerSecond: z.number().min(1, "At least 1.").max(100, "At most 100."),
  /** Calls that the account may have at once, for all campaigns together; null: no limit. */
  accountConcurrentCalls: z
    .number({ error: "Concurrent calls must be a number." })
    .int("Concurrent calls must be a whole number.")
    .min(1, "At least 1.")
    .max(10_000, "At most 10,000.")
    .nullable(),
  /** Which track of a two-track recording is the customer's. */
  customerTrack: z.union([z.literal(1), z.literal(2)]),
  /** Sid of the Conversational Intelligence service that writes the transcripts; null: none. */
  transcriptServiceSid: z
    .string()
    .regex(/^GA[0-9a-f]{32}$/, "A service's SID is GA and 32 digits or letters a to f.")
    .nullable(),
  /** For campaigns that have none of their own; null: calls may start at any time. */
  callingHours: callingHours.nullable(),
  /** Each holds for every number, in all campaigns together. */
  attemptLimits: z.array(attemptLimit).max(5, "At most 5 limits."),
  keepAwake: z.boolean(),
  colorScheme,
  practiceMix,
});
export type Settings = z.infer<typeof settings>;

export const account = z.object({
  mode: carrierMode,
  /** "AC" and 32 digits, shown whole: it is a name, no secret. Null in practice. */
  accountSid: z.string().nullable(),
  /** Where PACELINE_CARRIER_URL points, in mode "test". */
  carrierUrl: z.string().nullable(),
  /** Whether the system's key store keeps the credentials; without one they can't be kept. */
  keyStore: z.boolean(),
});
export type Account = z.infer<typeof account>;

const sid = (prefix: string) => new RegExp(`^${prefix}[0-9a-f]{32}$`);

/** What Connect asks for: the account with its auth token, or with an API key and its secret. */
export const credentials = z.object({
  accountSid: z
    .string()
    .trim()
    .regex(sid("AC"), "An account SID is AC and 32 digits or letters a to f."),
  /** Null: `secret` is the auth token. */
  apiKeySid: z
    .string()
    .trim()
    .regex(sid("SK"), "An API key SID is SK and 32 digits or letters a to f.")
    .nullable(),
  secret: z.string().trim().min(1, "The secret is required."),
});
export type Credentials = z.infer<typeof credentials>;

/** What "Check connection" found. */
export const connectionCheck = z.object({
  ok: z.boolean(),
  /** What was found, or what is wrong. */
  message: z.string(),
  advice: z.string().nullable(),
  accountName: z.string().nullable(),
  balance: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  callerIds: z.array(phoneNumber),
});
export type ConnectionCheck = z.infer<typeof connectionCheck>;
