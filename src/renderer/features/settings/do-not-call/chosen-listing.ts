import type { Listing } from "../../../../shared/do-not-call";
import { endOfDay } from "../../../../shared/time-zone";

/** What the fields say of how long numbers are listed, and why. */
export interface ChosenListing {
  readonly lasts: "for-good" | "until";
  /** The last day, as a date field gives it; empty: none is chosen. */
  readonly day: string;
  readonly note: string;
}

export const FOR_GOOD: ChosenListing = { lasts: "for-good", day: "", note: "" };

/** Null while a day is still to be chosen. */
export function listingOf({ lasts, day, note }: ChosenListing, zone: string): Listing | null {
  if (lasts === "for-good") return { expiresAt: null, note };
  return day === "" ? null : { expiresAt: endOfDay(day, zone), note };
}
