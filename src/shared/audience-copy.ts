import { z } from "zod";
import { contactSelection } from "./contact";

/** What tells the first part of a split from the rest. */
export const splitBy = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("selection"), selection: contactSelection }),
  /** At random: so much of it, from 0 to 1. */
  z.object({ kind: z.literal("random"), share: z.number().gt(0).lt(1) }),
]);
export type SplitBy = z.infer<typeof splitBy>;

export const copyProgress = z.object({
  copyId: z.string(),
  /** Contacts. */
  copied: z.number().int(),
  of: z.number().int(),
});
export type CopyProgress = z.infer<typeof copyProgress>;
