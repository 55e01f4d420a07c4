import { AppFailure } from "../../shared/app-error";
import type { Fault } from "../dialing/ports";

/** A fault of the line as the screen is told of it. */
export function carrierFailure(fault: Fault): AppFailure {
  return fault.kind === "account"
    ? new AppFailure({ kind: "carrier", message: fault.message, advice: fault.advice })
    : new AppFailure({
        kind: "carrier",
        message: fault.reason,
        advice: "Check that this computer is online, then try again.",
      });
}
