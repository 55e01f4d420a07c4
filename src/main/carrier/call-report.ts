import type { CallInstance } from "twilio/lib/rest/api/v2010/account/call";
import type { Instant } from "../../shared/instant";
import type { CallReport } from "../dialing/ports";
import type { CarrierClock } from "./carrier-clock";
import { answeredByOf, statusOf } from "./status-mapping";

const CALL_SID = /^CA[0-9a-zA-Z]{32}$/;

/** What the SDK's types promise is not what every answer holds: each field is looked at. */
type Row = { readonly [K in keyof CallInstance]?: unknown };

export function callSid(row: Row): string | null {
  return typeof row.sid === "string" && CALL_SID.test(row.sid) ? row.sid : null;
}

/**
 * Null for a row that says nothing we understand. The cause of a failure is not in it: Twilio keeps
 * that elsewhere (failure-reasons.ts).
 */
export function reportOf(row: Row, clock: CarrierClock): CallReport | null {
  const sid = callSid(row);
  const status = statusOf(row.status);
  if (sid === null || status === null) return null;
  return {
    sid,
    status,
    createdAt: moment(row.dateCreated, clock),
    startedAt: status === "queued" ? null : moment(row.startTime, clock),
    endedAt: moment(row.endTime, clock),
    durationSeconds: seconds(row.duration),
    answeredBy: answeredByOf(row.answeredBy),
    failure: null,
  };
}

/** The SDK gives a `Date`, or null, or the text that it could not read. */
function moment(value: unknown, clock: CarrierClock): Instant | null {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return null;
  return clock.toOurs(value.getTime());
}

function seconds(value: unknown): number | null {
  const count = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof count === "number" && Number.isFinite(count) && count >= 0
    ? Math.round(count)
    : null;
}
