import { z } from "zod";

/**
 * Row numbers of the store, branded so that a contact's number cannot be handed over where a
 * campaign's is meant. They are unique within one store and never reused.
 */
export const campaignId = z.number().int().positive().brand<"CampaignId">();
export type CampaignId = z.infer<typeof campaignId>;

export const audienceId = z.number().int().positive().brand<"AudienceId">();
export type AudienceId = z.infer<typeof audienceId>;

export const contactId = z.number().int().positive().brand<"ContactId">();
export type ContactId = z.infer<typeof contactId>;

export const flowId = z.number().int().positive().brand<"FlowId">();
export type FlowId = z.infer<typeof flowId>;

export const attemptId = z.number().int().positive().brand<"AttemptId">();
export type AttemptId = z.infer<typeof attemptId>;
