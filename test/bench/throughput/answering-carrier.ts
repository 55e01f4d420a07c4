import type { CallOrder, CallReport, Carrier } from "../../../src/main/dialing/ports";
import type { Clock } from "../../../src/main/dialing/ports";

/** A carrier in this process that takes every call at once; when it is asked, the call is over. */
export class AnsweringCarrier implements Carrier {
  placed = 0;

  constructor(private readonly clock: Pick<Clock, "now">) {}

  place(_order: CallOrder) {
    this.placed += 1;
    const sid = `CA${String(this.placed).padStart(32, "0")}`;
    return Promise.resolve({ kind: "placed", report: this.report(sid, "queued") } as const);
  }

  reports(calls: readonly { readonly sid: string }[]) {
    const reports = calls.map(({ sid }) => this.report(sid, "completed"));
    return Promise.resolve({ kind: "reports", reports, unknown: [], requests: 1 } as const);
  }

  search() {
    return Promise.resolve({ kind: "found", reports: [] } as const);
  }

  cancelQueued() {
    return Promise.resolve({ kind: "reports", reports: [], unknown: [], requests: 1 } as const);
  }

  private report(sid: string, status: "queued" | "completed"): CallReport {
    const now = this.clock.now();
    const over = status === "completed";
    return {
      sid,
      status,
      createdAt: now,
      startedAt: now,
      endedAt: over ? now : null,
      durationSeconds: over ? 20 : null,
      answeredBy: null,
      failure: null,
    };
  }
}
