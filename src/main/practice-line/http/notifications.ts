import { hasEnded, momentOf } from "../call";
import { sidOf } from "../sid";
import { rfc2822 } from "./dates";
import { listPage } from "./page";
import { accountPath, type PracticeLine } from "./practice-line";
import { notFound, type Reply } from "./reply";
import type { PracticeRequest } from "./request";

/** A call that failed has one notification with the reason; the call itself does not tell it. */
export function listNotifications(
  line: PracticeLine,
  request: PracticeRequest,
  callSid: string,
): Reply {
  const call = line.exchange.call(callSid);
  if (call === null) return notFound(request.path);
  const moment = momentOf(call, line.clock.now());
  const failed = hasEnded(moment) && moment.status === "failed" && call.plan.errorCode !== null;
  const at = rfc2822(moment.endedAt ?? call.createdAt);
  const sid = sidOf("NO", callSid);
  const notification = {
    sid,
    account_sid: line.accountSid,
    api_version: "2010-04-01",
    call_sid: callSid,
    error_code: String(call.plan.errorCode),
    more_info: `https://www.twilio.com/docs/errors/${call.plan.errorCode}`,
    log: "0",
    message_text: `Error=${call.plan.errorCode}&LogLevel=ERROR`,
    message_date: at,
    date_created: at,
    date_updated: at,
    request_method: null,
    request_url: "",
    uri: `${accountPath(line.accountSid)}/Calls/${callSid}/Notifications/${sid}.json`,
  };
  const all = failed ? [notification] : [];
  const log = request.query.get("Log");
  return listPage(
    request,
    "notifications",
    all,
    (it) => !log || it.log === log,
    (it) => it,
  );
}
