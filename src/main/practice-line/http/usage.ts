import { momentOf } from "../call";
import { billedMinutes, priceOf } from "./call-resource";
import { dayOf, iso8601 } from "./dates";
import { listPage } from "./page";
import { accountPath, type PracticeLine } from "./practice-line";
import type { Reply } from "./reply";
import type { PracticeRequest } from "./request";

/** Only calls are counted here; any other category is empty. */
const CATEGORY = "calls";

/** Calls that began from the first to the last day asked for, both included, in UTC. */
export function listUsage(line: PracticeLine, request: PracticeRequest): Reply {
  const now = line.clock.now();
  const first = request.query.get("StartDate") ?? "0000-01-01";
  const last = request.query.get("EndDate") ?? dayOf(now);
  const answered = line.exchange.calls
    .map((call) => momentOf(call, now))
    .filter(({ answeredAt, endedAt }) => answeredAt !== null && endedAt !== null)
    .filter(({ startedAt }) => startedAt !== null && isWithin(dayOf(startedAt), first, last));
  const path = `${accountPath(line.accountSid)}/Usage/Records`;
  const record = {
    /** What a page's token would name. */
    sid: CATEGORY,
    account_sid: line.accountSid,
    api_version: "2010-04-01",
    as_of: iso8601(now),
    category: CATEGORY,
    description: "Voice Minutes",
    count: String(answered.length),
    count_unit: "calls",
    usage: String(answered.reduce((sum, moment) => sum + billedMinutes(moment), 0)),
    usage_unit: "minutes",
    price: answered.reduce((sum, moment) => sum + (priceOf(moment, now) ?? 0), 0).toFixed(5),
    price_unit: "usd",
    start_date: first,
    end_date: last,
    subresource_uris: { today: `${path}/Today.json?Category=${CATEGORY}` },
    uri: `${path}.json?Category=${CATEGORY}&StartDate=${first}&EndDate=${last}`,
  };
  const asked = request.query.get("Category");
  const all = !asked || asked === CATEGORY ? [record] : [];
  return listPage(
    request,
    "usage_records",
    all,
    () => true,
    ({ sid: _token, ...shown }) => shown,
  );
}

function isWithin(day: string, first: string, last: string): boolean {
  return day >= first && day <= last;
}
