import type { CallReport } from "../dialing/ports";
import type { RequestTally } from "./request-tally";
import { isOver } from "./status-mapping";

/** What is to be done with a call once a machine has answered it. */
export type OnMachine =
  | { readonly kind: "hang-up" }
  /** Instructions that take the place of the flow. */
  | { readonly kind: "instructions"; readonly twiml: string };

/**
 * Calls of this run that have something else to do once a machine answers. Twilio tells that at once
 * only whoever can be called back, which a desktop cannot: it is done when a report shows the
 * machine. Where reports show it only after the end, and after a restart, the flow goes on.
 */
export class MachineReactions {
  private readonly armed = new Map<string, OnMachine>();

  placed(sid: string, onMachine: OnMachine | null): void {
    if (onMachine !== null) this.armed.set(sid, onMachine);
  }

  /** Costs a request where a machine has answered; whether it worked shows in the next report. */
  async heard(report: CallReport, tally: RequestTally): Promise<void> {
    const machineOnLine = report.status === "in_progress" && report.answeredBy === "machine";
    if (!isOver(report.status) && !machineOnLine) return;
    const onMachine = this.armed.get(report.sid);
    this.armed.delete(report.sid);
    if (onMachine !== undefined && machineOnLine) await react(report.sid, onMachine, tally);
  }
}

async function react(sid: string, onMachine: OnMachine, tally: RequestTally): Promise<void> {
  const change =
    onMachine.kind === "hang-up" ? { status: "completed" as const } : { twiml: onMachine.twiml };
  try {
    await tally.ask((client) => client.calls(sid).update(change));
  } catch {
    // It may have ended meanwhile; its next report tells.
  }
}
