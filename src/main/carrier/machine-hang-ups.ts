import type { CallOrder, CallReport } from "../dialing/ports";
import type { RequestTally } from "./request-tally";
import { isOver } from "./status-mapping";

/**
 * Calls of this run that are to be hung up once a machine answers. Twilio does that by itself only
 * for whoever can be called back, which a desktop cannot: it happens when a report shows the
 * machine. After a restart such a call plays to its end.
 */
export class MachineHangUps {
  private readonly armed = new Set<string>();

  placed(sid: string, machineDetection: CallOrder["machineDetection"]): void {
    if (machineDetection === "hang_up") this.armed.add(sid);
  }

  /** Costs a request where a machine has answered; whether it worked shows in the next report. */
  async heard(report: CallReport, tally: RequestTally): Promise<void> {
    const machineOnLine = report.status === "in_progress" && report.answeredBy === "machine";
    if (isOver(report.status) || machineOnLine) {
      const wasArmed = this.armed.delete(report.sid);
      if (wasArmed && machineOnLine) await hangUp(report.sid, tally);
    }
  }
}

async function hangUp(sid: string, tally: RequestTally): Promise<void> {
  try {
    await tally.ask((client) => client.calls(sid).update({ status: "completed" }));
  } catch {
    // It may have ended meanwhile; its next report tells.
  }
}
