import type { BindingLimit } from "../../shared/campaign";
import { closureWords } from "./closure-words";
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
    default:
      return { kind: "account", message: closureWords(because) };
  }
}
