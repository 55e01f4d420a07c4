import { z } from "zod";

/** A number as the carrier takes it (ITU-T E.164): a plus sign and 7 to 15 digits. */
export const phoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, "Give the number with its country code, like +14155550123.")
  .brand<"PhoneNumber">();
export type PhoneNumber = z.infer<typeof phoneNumber>;
