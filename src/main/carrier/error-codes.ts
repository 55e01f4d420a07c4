import type { Fault } from "../dialing/ports";

/**
 * What Twilio's error numbers mean for a campaign. Numbers that are not here are judged by their
 * HTTP status (error-classes.ts).
 */
const NUMBERS_ADVICE =
  "Choose another caller ID for the campaign, or look at the account's numbers in the Twilio Console.";
const CONSOLE_ADVICE = "Look at the account in the Twilio Console, then resume the campaign.";
const CONNECT_ADVICE = "Open Settings and connect the Twilio account again.";
const FLOW_ADVICE = "Check the campaign's flow, then resume the campaign.";

const invalidNumber = (reason: string): Fault => ({
  kind: "contact",
  outcome: "invalid_number",
  reason,
});
const notPermitted = (reason: string): Fault => ({
  kind: "contact",
  outcome: "not_permitted",
  reason,
});
const account = (message: string, advice: string): Fault => ({ kind: "account", message, advice });
const backOff = (reason: string): Fault => ({ kind: "carrier", reason, retryAfterMs: null });

const CREDENTIALS = account(
  "Twilio does not accept the account SID with this secret.",
  CONNECT_ADVICE,
);
const NOT_ACTIVE = account(
  "The Twilio account is suspended or closed.",
  "See in the Twilio Console why (often the balance is used up), mend it there, then resume the campaign.",
);
const CALLER_ID = account(
  "Calls may not come from this caller ID: it is neither a number of the account nor verified.",
  NUMBERS_ADVICE,
);
const BAD_FLOW_ADDRESS = account("Twilio does not accept the address of the flow.", FLOW_ADVICE);
const BAD_REQUEST = account(
  "Twilio does not accept the way the call was asked for.",
  "Check the campaign's flow and dialing settings, then resume the campaign.",
);

export const FAULT_OF_CODE: ReadonlyMap<number, Fault> = new Map<number, Fault>([
  // The contact's.
  [21201, invalidNumber("No number was given.")],
  [21202, invalidNumber("This number cannot be called: it is a premium or special number.")],
  [21211, invalidNumber("This is not a valid phone number.")],
  [21214, invalidNumber("This number cannot be reached.")],
  [21217, invalidNumber("This is not a valid phone number.")],
  [21401, invalidNumber("This is not a valid phone number.")],
  // The contact's, as the account stands.
  [21203, notPermitted("The account may not call international numbers.")],
  [
    21215,
    notPermitted(
      "Calls to this country are switched off for the account: see Voice Geographic Permissions in the Twilio Console.",
    ),
  ],
  [
    21216,
    notPermitted(
      "Twilio blocks calls to this number: it is seen as a risk, or the account lacks a customer profile.",
    ),
  ],
  [21219, notPermitted("A trial account may only call numbers that were verified before.")],
  // The account's.
  [10001, account("The Twilio account is not active.", CONSOLE_ADVICE)],
  [10002, account("A trial account may not do this.", CONSOLE_ADVICE)],
  [20003, CREDENTIALS],
  [20005, NOT_ACTIVE],
  [20006, account("Twilio denies this account access.", CONSOLE_ADVICE)],
  [20008, account("Test credentials cannot do this.", CONNECT_ADVICE)],
  [20010, account("The Twilio account may not place calls.", CONSOLE_ADVICE)],
  [20403, account("These credentials may not do this.", CONNECT_ADVICE)],
  [20404, account("Twilio does not know this account.", CONNECT_ADVICE)],
  [21210, CALLER_ID],
  [21212, CALLER_ID],
  [21213, account("The campaign has no caller ID.", NUMBERS_ADVICE)],
  // The flow's or the settings'.
  [20001, BAD_REQUEST],
  [21205, BAD_FLOW_ADDRESS],
  [21206, BAD_REQUEST],
  [21207, BAD_REQUEST],
  [21208, BAD_REQUEST],
  [21209, BAD_REQUEST],
  [21218, BAD_REQUEST],
  [21234, BAD_REQUEST],
  [21263, BAD_REQUEST],
  // The carrier's, for a while.
  [10004, backOff("The account has as many calls at once as it may have.")],
  [20429, backOff("Twilio asks for fewer requests at a time.")],
  [20500, backOff("Twilio has trouble at the moment.")],
  [20503, backOff("Twilio is not available at the moment.")],
]);
