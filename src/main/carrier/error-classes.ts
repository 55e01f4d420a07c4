import { assertNever } from "../../shared/assert-never";
import type { Fault, Placement } from "../dialing/ports";
import { FAULT_OF_CODE } from "./error-codes";
import { failureOf, type RequestFailure, type UnsentReason } from "./request-failure";

/** Whose fault a failed request is. Only own words: what the carrier writes may name the number. */
export function faultOf(failure: RequestFailure): Fault {
  switch (failure.kind) {
    case "answered":
      return answeredFault(failure);
    case "unreadable":
      return carrier("Twilio's answer could not be read.");
    case "unsent":
      return unsentFault(failure.because);
    case "lost":
      return carrier(
        failure.because === "time-out"
          ? "Twilio did not answer in time."
          : "The connection to Twilio broke off.",
      );
    default:
      return assertNever(failure);
  }
}

/** The fault of whatever was thrown while something was asked that changes nothing. */
export function faultFrom(thrown: unknown): Fault {
  return faultOf(failureOf(thrown));
}

/**
 * What a failed request to place a call means. In doubt the call may have been placed: Twilio
 * knows no idempotency key, and documents only 429 as never processed.
 */
export function placementOf(failure: RequestFailure): Placement {
  return mayHavePlaced(failure)
    ? { kind: "ambiguous", reason: ambiguityOf(failure) }
    : { kind: "refused", fault: notPlaced(faultOf(failure)) };
}

function notPlaced(fault: Fault): Fault {
  return fault.kind === "account"
    ? { ...fault, message: `${fault.message} No call was placed.` }
    : fault;
}

function mayHavePlaced(failure: RequestFailure): boolean {
  switch (failure.kind) {
    case "unsent":
      return false;
    case "lost":
    case "unreadable":
      return true;
    case "answered":
      return !(failure.status >= 400 && failure.status < 500) || failure.status === 408;
    default:
      return assertNever(failure);
  }
}

function ambiguityOf(failure: RequestFailure): string {
  return failure.kind === "answered"
    ? `Twilio answered with an error (HTTP ${failure.status}) that does not say whether the call was placed.`
    : reasonOf(faultOf(failure));
}

function answeredFault(failure: Extract<RequestFailure, { kind: "answered" }>): Fault {
  const { status, code, retryAfterMs } = failure;
  const known = code === null ? undefined : FAULT_OF_CODE.get(code);
  if (status === 429) {
    const reason =
      known === undefined ? "Twilio asks for fewer requests at a time." : reasonOf(known);
    return { kind: "carrier", reason, retryAfterMs };
  }
  if (known?.kind === "carrier") return { ...known, retryAfterMs };
  if (known !== undefined) return known;
  if (status === 401) return FAULT_OF_CODE.get(20003) ?? refusal(status, code);
  if (status === 403) return FAULT_OF_CODE.get(20403) ?? refusal(status, code);
  if (status >= 400 && status < 500 && status !== 408) return refusal(status, code);
  return {
    kind: "carrier",
    reason: `Twilio has trouble at the moment (HTTP ${status}).`,
    retryAfterMs,
  };
}

/** A refusal with a number that we do not know would be refused again: the campaign has to wait. */
function refusal(status: number, code: number | null): Fault {
  return {
    kind: "account",
    message: `Twilio refused the request (${code === null ? `HTTP ${status}` : `error ${code}`}).`,
    advice:
      code === null
        ? "Check the account in Settings. If a proxy or firewall stands between, it may have refused."
        : `See https://www.twilio.com/docs/api/errors/${code} for what to do, then resume the campaign.`,
  };
}

const UNSENT_REASONS: Readonly<Record<UnsentReason, string>> = {
  "no-network": "Twilio cannot be reached: there seems to be no network.",
  refused: "The connection to the carrier was refused.",
  certificate:
    "The connection to Twilio is not safe: its certificate is not valid here. Check the clock and the network.",
};

function unsentFault(because: UnsentReason): Fault {
  return carrier(UNSENT_REASONS[because]);
}

function carrier(reason: string): Fault {
  return { kind: "carrier", reason, retryAfterMs: null };
}

/** What a fault says, whatever its kind. */
export function reasonOf(fault: Fault): string {
  return fault.kind === "account" ? fault.message : fault.reason;
}
