import type { CallInstance } from "twilio/lib/rest/api/v2010/account/call";
import { MINUTE, type Instant } from "../../shared/instant";
import type { PhoneNumber } from "../../shared/phone-number";
import type { CallReport, Search } from "../dialing/ports";
import { reportOf } from "./call-report";
import type { Connection } from "./connection";
import type { RequestTally } from "./request-tally";
import { faultFrom } from "./error-classes";
import { withFailure } from "./following";

export interface LostCall {
  readonly to: PhoneNumber;
  readonly from: PhoneNumber;
  readonly since: Instant;
}

/** Calls between two numbers, newest first: one page reaches back far beyond any lost answer. */
const PAGE_SIZE = 50;
/** Queued calls of the whole account. */
const QUEUED_PAGE_SIZE = 1_000;
/** `date_created` has whole seconds, and clocks differ a little. */
const SKEW = MINUTE;

/**
 * Calls that the lost one may be. Both lists are asked, as it is not said whether a queued call
 * shows among the others. Whether a call has an owner already is for the caller to tell.
 */
export async function searchCalls(connection: Connection, lost: LostCall): Promise<Search> {
  const tally = connection.tally();
  try {
    const rows = [...(await between(tally, lost)), ...(await queued(tally))];
    const reports = new Map<string, CallReport>();
    for (const row of rows) {
      const report = reportOf(row, connection.clock);
      if (report === null || !mayBe(row, report, lost)) continue;
      reports.set(report.sid, await withFailure(connection, tally, report));
    }
    return { kind: "found", reports: [...reports.values()] };
  } catch (thrown) {
    return { kind: "failed", fault: faultFrom(thrown) };
  }
}

async function between(tally: RequestTally, { to, from }: LostCall) {
  const page = await tally.ask((client) => client.calls.page({ to, from, pageSize: PAGE_SIZE }));
  return page.instances;
}

async function queued(tally: RequestTally) {
  const page = await tally.ask((client) =>
    client.calls.page({ status: "queued", pageSize: QUEUED_PAGE_SIZE }),
  );
  return page.instances;
}

function mayBe(row: CallInstance, report: CallReport, lost: LostCall): boolean {
  return (
    row.to === lost.to &&
    row.from === lost.from &&
    row.direction === "outbound-api" &&
    report.createdAt !== null &&
    report.createdAt >= lost.since - SKEW
  );
}
