import { z } from "zod";
import { contactId } from "./ids";
import { phoneNumber } from "./phone-number";

/** Columns of the audience's file that are kept under their header's name: {{first_name}} and so on. */
export const contactVariables = z.record(z.string(), z.string());
export type ContactVariables = z.infer<typeof contactVariables>;

export const contact = z.object({
  id: contactId,
  name: z.string(),
  phone: phoneNumber,
  variables: contactVariables,
});
export type Contact = z.infer<typeof contact>;
