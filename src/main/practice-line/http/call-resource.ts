import { momentOf, type CallMoment, type PracticeCall } from "../call";
import { answeredBy } from "../machine-detection";
import { sidOf } from "../sid";
import { rfc2822 } from "./dates";
import { formattedNumber } from "./account-numbers";
import { accountPath } from "./practice-line";

/** What a minute costs on the practice line: of the order of a real call, so that sums look real. */
const DOLLARS_PER_MINUTE = 0.014;
/** The carrier names the price some time after the call's end. */
const PRICED_AFTER_MS = 30_000;

const SUBRESOURCES = {
  notifications: "Notifications",
  recordings: "Recordings",
  payments: "Payments",
  events: "Events",
  siprec: "Siprec",
  streams: "Streams",
  transcriptions: "Transcriptions",
  user_defined_message_subscriptions: "UserDefinedMessageSubscriptions",
  user_defined_messages: "UserDefinedMessages",
} as const;

/** A call as Twilio shows it: what is not known yet is null, never absent. */
export function callResource(accountSid: string, call: PracticeCall, now: number): unknown {
  const { sid, order, plan } = call;
  const moment = momentOf(call, now);
  const { startedAt, answeredAt, endedAt, durationSeconds } = moment;
  const path = `${accountPath(accountSid)}/Calls/${sid}`;
  const price = priceOf(moment, now);
  return {
    sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    status: moment.status,
    direction: "outbound-api",
    to: order.to,
    to_formatted: formattedNumber(order.to),
    from: order.from,
    from_formatted: formattedNumber(order.from),
    phone_number_sid: sidOf("PN", order.from),
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(endedAt ?? answeredAt ?? startedAt ?? call.createdAt),
    start_time: startedAt === null ? null : rfc2822(startedAt),
    end_time: endedAt === null ? null : rfc2822(endedAt),
    duration: durationSeconds === null ? null : String(durationSeconds),
    queue_time: startedAt === null ? "0" : String(plan.dialedAt - call.createdAt),
    answered_by: answeredBy(call, moment, now),
    price: price === null ? null : `-${price.toFixed(5)}`,
    price_unit: "USD",
    parent_call_sid: null,
    caller_name: null,
    forwarded_from: null,
    group_sid: null,
    trunk_sid: null,
    uri: `${path}.json`,
    subresource_uris: Object.fromEntries(
      Object.entries(SUBRESOURCES).map(([key, name]) => [key, `${path}/${name}.json`]),
    ),
  };
}

/** A started minute is billed whole. */
export function billedMinutes(moment: CallMoment): number {
  return Math.ceil((moment.durationSeconds ?? 0) / 60);
}

/** In dollars; null while it is not known, and for a call that nobody answered. */
export function priceOf(moment: CallMoment, now: number): number | null {
  const { endedAt, answeredAt } = moment;
  if (endedAt === null || answeredAt === null || now < endedAt + PRICED_AFTER_MS) return null;
  return billedMinutes(moment) * DOLLARS_PER_MINUTE;
}
