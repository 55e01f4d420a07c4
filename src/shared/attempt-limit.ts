import { z } from "zod";
import { wholeNumber } from "./whole-number";

/** At most so many calls to a number, whatever the campaign, within any stretch of so many hours. */
export const attemptLimit = z.object({
  attempts: wholeNumber(1, 100, "Calls"),
  /** A year at most. */
  hours: wholeNumber(1, 8_760, "Hours"),
});
export type AttemptLimit = z.infer<typeof attemptLimit>;
