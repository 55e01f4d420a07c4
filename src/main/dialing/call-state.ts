import type { AttemptState } from "../../shared/call";
import type { CallReport, Fault } from "./ports";

/** What can happen to an attempt. */
export type CallEvent =
  /** The carrier has the call: its answer came, or the lost call was found. */
  | { readonly kind: "placed"; readonly report: CallReport }
  /** The carrier said no; nothing was placed. */
  | { readonly kind: "refused"; readonly fault: Fault }
  | { readonly kind: "answer-lost" }
  /** Dialing stopped after the intent was on disk and before the carrier was asked. */
  | { readonly kind: "taken-back" }
  | { readonly kind: "reported"; readonly report: CallReport }
  /** The carrier was asked long enough: it has no such call. */
  | { readonly kind: "not-placed" }
  | { readonly kind: "cannot-be-known" }
  /** The supervisor's word on an unresolved attempt. */
  | { readonly kind: "resolved"; readonly wasPlaced: boolean };

export type CallEventKind = CallEvent["kind"];

const UNDER_WAY = ["queued", "ringing", "in_progress", "ended"] as const;

/**
 * Where each event may lead from each state. "illegal" is our own fault and thrown; "dropped" is a
 * late fact about an attempt that has ended: an end is never undone.
 */
export const CALL_LIFE: Readonly<
  Record<
    AttemptState,
    Readonly<Record<CallEventKind, readonly AttemptState[] | "illegal" | "dropped">>
  >
> = {
  intent: {
    placed: UNDER_WAY,
    refused: ["ended"],
    "answer-lost": ["ambiguous"],
    "taken-back": ["ended"],
    reported: "illegal",
    "not-placed": "illegal",
    "cannot-be-known": "illegal",
    resolved: "illegal",
  },
  queued: followed("queued", "ringing", "in_progress", "ended"),
  ringing: followed("ringing", "in_progress", "ended"),
  in_progress: followed("in_progress", "ended"),
  ambiguous: {
    placed: UNDER_WAY,
    refused: "illegal",
    "answer-lost": "illegal",
    "taken-back": "illegal",
    reported: "illegal",
    "not-placed": ["ended"],
    "cannot-be-known": ["unresolved"],
    resolved: "illegal",
  },
  unresolved: {
    placed: UNDER_WAY,
    refused: "illegal",
    "answer-lost": "illegal",
    "taken-back": "illegal",
    reported: UNDER_WAY,
    "not-placed": ["ended"],
    "cannot-be-known": ["unresolved"],
    resolved: ["ended"],
  },
  ended: {
    placed: "dropped",
    refused: "dropped",
    "answer-lost": "dropped",
    "taken-back": "dropped",
    reported: "dropped",
    "not-placed": "dropped",
    "cannot-be-known": "dropped",
    resolved: "dropped",
  },
};

/** A call with a SID only moves forward; a report that lags behind changes nothing. */
function followed(...states: readonly AttemptState[]) {
  return {
    placed: "illegal",
    refused: "illegal",
    "answer-lost": "illegal",
    "taken-back": "illegal",
    reported: states,
    "not-placed": "illegal",
    "cannot-be-known": ["unresolved"],
    resolved: "illegal",
  } as const;
}

/** Our own fault: something happened to an attempt that cannot happen in its state. */
export class IllegalTransition extends Error {
  constructor(state: AttemptState, event: CallEventKind) {
    super(`An attempt that is ${state} cannot be ${event}`);
    this.name = "IllegalTransition";
  }
}
