import { z } from "zod";

/** A moment: milliseconds since 1970-01-01T00:00:00Z, whatever zone it is shown in. */
export const instant = z.number().int().nonnegative();
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
