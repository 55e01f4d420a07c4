import type { Reports } from "../dialing/ports";
import { reportOf } from "./call-report";
import type { Connection } from "./connection";
import type { RequestTally } from "./request-tally";
import { faultFrom, faultOf } from "./error-classes";
import { withFailure } from "./following";
import { failureOf } from "./request-failure";
import { isOver, statusOf } from "./status-mapping";

/** The call has left the state in which it could be taken back. */
const WRONG_STATE = 21220;

/** Takes a call back that is not answered yet, and tells what it came to. */
export async function cancelQueued(connection: Connection, sid: string): Promise<Reports> {
  const tally = connection.tally();
  try {
    const row = (await cancelled(tally, sid)) ?? (await tally.ask((c) => c.calls(sid).fetch()));
    const report = reportOf(row, connection.clock);
    if (report === null) {
      return { kind: "failed", fault: faultOf({ kind: "unreadable" }), requests: tally.count };
    }
    const reports = [await withFailure(connection, tally, report)];
    return { kind: "reports", reports, unknown: [], requests: tally.count };
  } catch (thrown) {
    const failure = failureOf(thrown);
    return failure.kind === "answered" && failure.status === 404
      ? { kind: "reports", reports: [], unknown: [sid], requests: tally.count }
      : { kind: "failed", fault: faultFrom(thrown), requests: tally.count };
  }
}

/** Null: it has to be asked what became of it. */
async function cancelled(tally: RequestTally, sid: string) {
  try {
    const row = await tally.ask((client) => client.calls(sid).update({ status: "canceled" }));
    const status = statusOf(row.status);
    return status !== null && isOver(status) ? row : null;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.kind === "answered" && failure.code === WRONG_STATE) return null;
    throw thrown;
  }
}
