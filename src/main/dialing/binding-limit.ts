import type { BindingLimit } from "../../shared/campaign";
import type { Verdict } from "./gates";

/** The limit that the screen names, from the gate that is closed. */
export function bindingLimit(verdict: Verdict): BindingLimit {
  if (verdict.kind === "open") return { kind: "none" };
  const { because } = verdict;
  switch (because.kind) {
    case "not-dialing":
    case "reading":
    case "quota-used-up":
      return { kind: "none" };
    case "pace":
    case "last-calls":
      return { kind: because.kind };
    case "concurrency":
      return { kind: "concurrency", active: because.active };
    case "retry-delay":
    case "calling-hours":
    case "attempt-limit":
    case "do-not-call":
      return { kind: because.kind, until: because.until };
    case "back-off":
      return { kind: "back-off", until: because.until, message: because.message };
    case "account-concurrency":
      return account(`The account's ${because.limit} calls at once are all in use.`);
    case "account-pace":
      return account(`The account starts at most ${because.callsPerSecond} calls a second.`);
    case "last-minutes":
      return account("The last call minutes are kept for the calls in progress.");
    case "numbers-on-call":
      return account("The numbers that are left are on calls of other campaigns.");
    case "reconciling":
      return account("The carrier is being asked what became of the calls.");
    case "no-caller-id":
      return account("The account is being asked for a caller ID.");
    case "store-trouble":
      return account("The data cannot be written at the moment: see whether the disk is full.");
  }
}

const account = (message: string): BindingLimit => ({ kind: "account", message });
