import type { PracticeClock } from "../clock";
import type { Exchange } from "../exchange";
import type { SoundLibrary } from "../sound-library";

/** What the answers are made from. */
export interface PracticeLine {
  readonly accountSid: string;
  readonly exchange: Exchange;
  readonly library: SoundLibrary;
  readonly clock: PracticeClock;
}

export const API_HOST = "api.twilio.com";
export const INTELLIGENCE_HOST = "intelligence.twilio.com";

/** Where everything of an account lies in the 2010 interface. */
export function accountPath(accountSid: string): string {
  return `/2010-04-01/Accounts/${accountSid}`;
}
