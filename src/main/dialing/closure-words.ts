import type { Closure } from "./gates";

/** Why no call may start now, in a sentence without the moment. */
export function closureWords(because: Closure): string {
  switch (because.kind) {
    case "not-dialing":
      return "The campaign makes no calls at the moment.";
    case "reconciling":
      return "The carrier is being asked what became of the calls.";
    case "no-caller-id":
      return "The account is being asked for a caller ID.";
    case "store-trouble":
      return "The data cannot be written at the moment: see whether the disk is full.";
    case "quota-used-up":
      return "The call minutes of this month are used up.";
    case "last-minutes":
      return "The last call minutes are kept for the calls in progress.";
    case "back-off":
      return because.message;
    case "last-calls":
      return "Everyone has been called; the last calls go on.";
    case "reading":
      return "The next contacts are being read.";
    case "retry-delay":
    case "calling-hours":
    case "attempt-limit":
    case "do-not-call":
      return "The contacts that are left may not be called yet.";
    case "numbers-on-call":
      return "The numbers that are left are on calls of other campaigns.";
    case "concurrency":
      return "As many calls go on as Max Concurrent Calls allows.";
    case "account-concurrency":
      return `The account's ${because.limit} calls at once are all in use.`;
    case "account-pace":
      return `The account starts at most ${because.callsPerSecond} calls a second.`;
    case "pace":
      return "Calls Per Minute sets when the next call starts.";
  }
}
