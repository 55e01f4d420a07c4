import { z } from "zod";

/** What came of one dial, once it is over. */
export const outcome = z.enum([
  /** Answered by a person (or by nobody we could tell from one) and finished. */
  "talked",
  /** The callee refused the call: SIP 603. */
  "declined",
  /** Answered, not by a machine, and over within the campaign's limit (5 s). */
  "hung_up_immediately",
  /** Answered by an answering machine or fax. */
  "machine",
  "no_answer",
  "busy",
  /** The call failed on its way: the network's or the carrier's fault, not the contact's. */
  "network_error",
  /** The carrier says that this number can never be called. */
  "invalid_number",
  /** The account may not call this number (country not enabled, number not verified, blocked). */
  "not_permitted",
  /** The number is on the do-not-call list: it was not called. */
  "do_not_call",
  /** Calling hours go by the contact's time zone, and it is not known: it was not called. */
  "time_zone_unknown",
  /** Taken back while it was still queued: nobody's phone rang. It counts as no attempt. */
  "cancelled",
  /** The carrier never got it: nobody's phone rang. It counts as no attempt. */
  "not_placed",
]);
export type Outcome = z.infer<typeof outcome>;

/** The words the screen uses. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  talked: "Talked",
  declined: "Declined",
  hung_up_immediately: "Hung up immediately",
  machine: "Answering machine",
  no_answer: "No answer",
  busy: "Busy",
  network_error: "Network error",
  invalid_number: "Invalid number",
  not_permitted: "Not permitted",
  do_not_call: "On the do-not-call list",
  time_zone_unknown: "Time zone not known",
  cancelled: "Cancelled before it rang",
  not_placed: "Not placed",
};
