import { z } from "zod";
import { callStatus } from "./call";
import { campaignStatus } from "./campaign";
import { campaignId } from "./ids";
import { instant } from "./instant";
import { outcome } from "./outcome";

/** What a contact passes before it is called, in the order in which it is asked. */
export const gateName = z.enum([
  "campaign",
  "do-not-call",
  "calling-hours",
  "attempt-limit",
  "open-attempt",
  "retry-delay",
  "turn",
  "store",
  "calls-known",
  "caller-id",
  "call-minutes",
  "carrier",
  "concurrency",
  "account-concurrency",
  "pace",
]);
export type GateName = z.infer<typeof gateName>;

export const gateStanding = z.object({
  gate: gateName,
  /** Null: it is open. */
  closed: z
    .object({
      /** A sentence. */
      because: z.string(),
      /** When it opens by itself; null: when something happens. */
      until: instant.nullable(),
      /** The contact's zone, where the moment matters there. */
      timeZone: z.string().nullable(),
    })
    .nullable(),
});
export type GateStanding = z.infer<typeof gateStanding>;

/** How a contact stands in a campaign, and every gate that keeps it from being called now. */
export const whyNotCalled = z.object({
  campaignId,
  campaignName: z.string(),
  campaignStatus,
  status: callStatus,
  /** Dials that count. */
  attempts: z.number().int(),
  /** Of the last dial that is over; or why it ended without one. */
  outcome: outcome.nullable(),
  /** Every gate; empty unless the contact is pending. */
  gates: z.array(gateStanding),
});
export type WhyNotCalled = z.infer<typeof whyNotCalled>;
