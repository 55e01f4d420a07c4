import { dailyHours, type CallingHours } from "../../shared/calling-hours";
import type { CarrierMode, Settings } from "../../shared/settings";
import { PRACTICE_TRANSCRIPT_SERVICE_SID } from "../practice-line/start";

/** What a new account may do: one call a second, until Twilio grants more. */
const NEW_ACCOUNT_CALLS_PER_SECOND = 1;
/** The most that an account is given without asking. */
const MOST_CALLS_PER_SECOND = 30;

/** On a live account people's phones ring: nobody is called at night unless the supervisor says so. */
const liveHours = (timeZone: string): CallingHours => ({
  slots: dailyHours("08:00", "21:00"),
  zone: "contact-or-campaign",
  timeZone,
});

/**
 * What is in force until the supervisor chooses otherwise.
 * @param timeZone the computer's
 */
export function defaultSettings(mode: CarrierMode, timeZone: string): Settings {
  return {
    quotaMinutes: 10_000,
    accountCallsPerSecond: mode === "live" ? NEW_ACCOUNT_CALLS_PER_SECOND : MOST_CALLS_PER_SECOND,
    accountConcurrentCalls: null,
    customerTrack: 1,
    transcriptServiceSid: mode === "practice" ? PRACTICE_TRANSCRIPT_SERVICE_SID : null,
    callingHours: mode === "live" ? liveHours(timeZone) : null,
    attemptLimits: [],
    keepAwake: true,
    colorScheme: "auto",
    practiceMix: {
      conversation: 52,
      hung_up_immediately: 6,
      machine: 12,
      no_answer: 15,
      busy: 7,
      network_error: 3,
      declined: 2,
      invalid_number: 3,
    },
  };
}
