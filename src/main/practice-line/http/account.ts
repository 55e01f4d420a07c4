import { sidOf } from "../sid";
import { formattedNumber, PURCHASED_NUMBERS, VERIFIED_NUMBERS } from "./account-numbers";
import { rfc2822 } from "./dates";
import { listPage } from "./page";
import { accountPath, type PracticeLine } from "./practice-line";
import { json, type Reply } from "./reply";
import type { PracticeRequest } from "./request";

/** When the account and its numbers came to be. It means nothing, but Twilio has a date there. */
const OPENED_AT = rfc2822(Date.UTC(2026, 0, 1));

export function fetchAccount(line: PracticeLine): Reply {
  const path = accountPath(line.accountSid);
  return json(200, {
    sid: line.accountSid,
    owner_account_sid: line.accountSid,
    friendly_name: "Practice line",
    status: "active",
    type: "Full",
    auth_token: null,
    date_created: OPENED_AT,
    date_updated: OPENED_AT,
    uri: `${path}.json`,
    subresource_uris: {
      balance: `${path}/Balance.json`,
      calls: `${path}/Calls.json`,
      incoming_phone_numbers: `${path}/IncomingPhoneNumbers.json`,
      outgoing_caller_ids: `${path}/OutgoingCallerIds.json`,
      recordings: `${path}/Recordings.json`,
      usage: `${path}/Usage.json`,
    },
  });
}

/** It never runs out: practice costs nothing. */
export function fetchBalance(line: PracticeLine): Reply {
  return json(200, { account_sid: line.accountSid, balance: "100.00", currency: "USD" });
}

export function listIncomingPhoneNumbers(line: PracticeLine, request: PracticeRequest): Reply {
  const numbers = PURCHASED_NUMBERS.map((number) => incomingPhoneNumber(line, number));
  return numberPage(request, "incoming_phone_numbers", numbers);
}

export function listOutgoingCallerIds(line: PracticeLine, request: PracticeRequest): Reply {
  const numbers = VERIFIED_NUMBERS.map((number) => commonFields(line, number, "OutgoingCallerIds"));
  return numberPage(request, "outgoing_caller_ids", numbers);
}

function numberPage(
  request: PracticeRequest,
  key: string,
  numbers: readonly ReturnType<typeof commonFields>[],
): Reply {
  const asked = request.query.get("PhoneNumber");
  const matches = (it: { phone_number: string }) => !asked || it.phone_number === asked;
  return listPage(request, key, numbers, matches, (it) => it);
}

function commonFields(line: PracticeLine, number: string, collection: string) {
  const sid = sidOf("PN", number);
  return {
    sid,
    account_sid: line.accountSid,
    phone_number: number,
    friendly_name: formattedNumber(number),
    date_created: OPENED_AT,
    date_updated: OPENED_AT,
    uri: `${accountPath(line.accountSid)}/${collection}/${sid}.json`,
  };
}

function incomingPhoneNumber(line: PracticeLine, number: string) {
  return {
    ...commonFields(line, number, "IncomingPhoneNumbers"),
    api_version: "2010-04-01",
    address_requirements: "none",
    address_sid: null,
    beta: false,
    bundle_sid: null,
    capabilities: { voice: true, sms: false, mms: false, fax: false },
    emergency_address_sid: null,
    emergency_address_status: "unregistered",
    emergency_status: "Inactive",
    identity_sid: null,
    origin: "twilio",
    sms_application_sid: null,
    sms_fallback_method: "POST",
    sms_fallback_url: "",
    sms_method: "POST",
    sms_url: "",
    status: "in-use",
    status_callback: "",
    status_callback_method: "POST",
    trunk_sid: null,
    voice_application_sid: null,
    voice_caller_id_lookup: false,
    voice_fallback_method: "POST",
    voice_fallback_url: "",
    voice_method: "POST",
    voice_receive_mode: "voice",
    voice_url: "",
  };
}
