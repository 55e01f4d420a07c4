import type { AppError } from "../../shared/app-error";
import type { PauseReason } from "../../shared/campaign";
import type { PhoneNumber } from "../../shared/phone-number";
import type { CallerIds, Fault } from "./ports";

export type CallerIdAnswer = Awaited<ReturnType<CallerIds["first"]>>;

/** The campaign's own caller ID, or the first of the account. Nothing here throws. */
export async function callerIdFor(
  own: PhoneNumber | null,
  callerIds: CallerIds,
): Promise<CallerIdAnswer> {
  if (own) return { kind: "number", number: own };
  try {
    return await callerIds.first();
  } catch {
    const reason = "The account could not be asked for its numbers.";
    return { kind: "failed", fault: { kind: "carrier", reason, retryAfterMs: null } };
  }
}

/** Why a campaign was not started or resumed for want of a caller ID. */
export function callerIdRefusal(fault: Fault): AppError {
  switch (fault.kind) {
    case "account":
      return {
        kind: "carrier",
        message: `No caller ID can be used: ${fault.message} No call was made.`,
        advice: fault.advice,
      };
    case "carrier":
    case "contact":
      return {
        kind: "carrier",
        message: `The account could not be asked for a caller ID: ${fault.reason} No call was made.`,
        advice: "See whether this computer is online, then try again.",
      };
  }
}

export function accountPause(fault: Fault & { readonly kind: "account" }): PauseReason {
  return { kind: "account", message: fault.message, advice: fault.advice };
}
