import { z } from "zod";
import { wholeNumber } from "./whole-number";

/** A week: whoever is to be called later than that belongs in another campaign. */
export const LONGEST_RETRY_DELAY = 10_080;

export const MOST_RETRIES = 20;

/** What can come of a dial so that the contact may be called again. */
export const retriedOutcome = z.enum(["no_answer", "busy", "network_error", "machine"]);
export type RetriedOutcome = z.infer<typeof retriedOutcome>;

/** How a contact is tried again after one outcome. */
export const retryRule = z.object({
  /** Retries after this outcome, within Max Retries; null: as many as Max Retries allows. */
  retries: wholeNumber(0, MOST_RETRIES, "Retries").nullable(),
  /**
   * Minutes to wait after the first dial that came to this, after the second, and so on; the last
   * figure holds for all further ones. Empty: Retry Delay.
   */
  delaysMinutes: z
    .array(wholeNumber(0, LONGEST_RETRY_DELAY, "Each delay"))
    .max(MOST_RETRIES, `At most ${MOST_RETRIES} delays.`),
});
export type RetryRule = z.infer<typeof retryRule>;

export const retryRules = z.record(retriedOutcome, retryRule);
export type RetryRules = z.infer<typeof retryRules>;

const AS_THE_CAMPAIGN: RetryRule = { retries: null, delaysMinutes: [] };

/** An answering machine was reached, so by default nobody calls it again. */
export const DEFAULT_RETRY_RULES: RetryRules = {
  no_answer: AS_THE_CAMPAIGN,
  busy: AS_THE_CAMPAIGN,
  network_error: AS_THE_CAMPAIGN,
  machine: { retries: 0, delaysMinutes: [] },
};
