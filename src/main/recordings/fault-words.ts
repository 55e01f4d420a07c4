import type { Fault } from "../dialing/ports";

/** Why media was given up, for people. */
export function reasonFor(fault: Fault | null): string {
  if (fault === null) return "The carrier never had it ready.";
  return fault.kind === "account" ? fault.message : fault.reason;
}
