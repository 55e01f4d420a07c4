import { z } from "zod";
import { campaignId } from "./ids";

/** Call minutes: a call bills whole minutes. The month is the calendar month in UTC, as Twilio bills. */
export const usage = z.object({
  /** First day of the month: "2026-11-01". */
  month: z.string(),
  quotaMinutes: z.number().int(),
  usedMinutes: z.number().int(),
  /** Kept for running campaigns: a whole minute for each contact still to call. */
  reservedMinutes: z.number().int(),
  remainingMinutes: z.number().int(),
  calls: z.number().int(),
  /** As the carrier reports it; null while it has reported none. */
  cost: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  /** Null when the carrier cannot be asked at the moment. */
  balance: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  perDay: z.array(
    z.object({ day: z.string(), minutes: z.number().int(), calls: z.number().int() }),
  ),
  perCampaign: z.array(
    z.object({
      campaignId,
      name: z.string(),
      minutes: z.number().int(),
      calls: z.number().int(),
      reservedMinutes: z.number().int(),
    }),
  ),
});
export type Usage = z.infer<typeof usage>;
