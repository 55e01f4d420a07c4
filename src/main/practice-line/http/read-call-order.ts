import type { CallOrder } from "../call-order";
import { mayCallFrom } from "./account-numbers";
import { refusal, type Reply } from "./reply";

const E164 = /^\+[1-9]\d{6,14}$/;
const LONGEST_TWIML = 4000;
const USUAL_RING_TIMEOUT = 60;
const USUAL_TIME_LIMIT = 14_400;

export type ReadOrder =
  | { readonly kind: "order"; readonly order: CallOrder }
  | { readonly kind: "refused"; readonly reply: Reply };

/** Reads the form of a call's creation, refusing what Twilio refuses. */
export function readCallOrder(form: URLSearchParams): ReadOrder {
  const to = form.get("To") ?? "";
  const from = form.get("From") ?? "";
  const ringTimeoutSeconds = Number(form.get("Timeout") ?? USUAL_RING_TIMEOUT);
  const timeLimitSeconds = Number(form.get("TimeLimit") ?? USUAL_TIME_LIMIT);
  const reply =
    wrongNumber(to, from) ??
    wrongInstructions(form) ??
    wrongLimits(ringTimeoutSeconds, timeLimitSeconds);
  if (reply !== null) return { kind: "refused", reply };

  return {
    kind: "order",
    order: {
      to,
      from,
      ringTimeoutSeconds,
      timeLimitSeconds,
      recordingChannels: recordingChannels(form),
      machineDetection: machineDetection(form),
    },
  };
}

function wrongNumber(to: string, from: string): Reply | null {
  if (to === "") return refusal(400, 21201, "No 'To' number is specified");
  if (from === "") return refusal(400, 21213, "No 'From' number is specified");
  if (!E164.test(to)) {
    return refusal(400, 21211, `The phone number you are attempting to call, ${to}, is not valid.`);
  }
  if (!E164.test(from) || from === "+15005550001") {
    return refusal(400, 21212, `The 'From' number ${from} is not a valid phone number.`);
  }
  if (mayCallFrom(from)) return null;
  return refusal(
    400,
    21210,
    `The source phone number provided, ${from}, is not yet verified for your account. You may only make calls from phone numbers that you've verified or purchased from Twilio.`,
  );
}

/** A call has instructions from one place, and its place is one that can be asked. */
export function wrongInstructions(form: URLSearchParams): Reply | null {
  const given = ["Url", "Twiml", "ApplicationSid"].filter((name) => form.get(name));
  if (given.length === 0) return refusal(400, 21205, "Url parameter is required.");
  if (given.length > 1) {
    return refusal(400, 20001, `Only one of Url, Twiml and ApplicationSid can be given.`);
  }
  const url = form.get("Url");
  if (url && !/^https?:\/\/[^/]+/.test(url)) return refusal(400, 21205, "Url is not a valid URL");
  if ((form.get("Twiml") ?? "").length > LONGEST_TWIML) {
    return refusal(400, 20001, "Twiml must be 4000 characters or fewer.");
  }
  return null;
}

function wrongLimits(ringTimeout: number, timeLimit: number): Reply | null {
  if (!Number.isInteger(ringTimeout) || ringTimeout < 1 || ringTimeout > 600) {
    return refusal(400, 20001, "Timeout must be a whole number of seconds from 1 to 600.");
  }
  if (!Number.isInteger(timeLimit) || timeLimit < 60) {
    return refusal(400, 20001, "TimeLimit must be a whole number of seconds, at least 60.");
  }
  return null;
}

function recordingChannels(form: URLSearchParams): CallOrder["recordingChannels"] {
  if (form.get("Record") !== "true") return null;
  return form.get("RecordingChannels") === "dual" ? 2 : 1;
}

/** Sending digits switches it off, as with Twilio. */
function machineDetection(form: URLSearchParams): CallOrder["machineDetection"] {
  const asked = form.get("MachineDetection");
  if (form.has("SendDigits")) return null;
  return asked === "Enable" || asked === "DetectMessageEnd" ? asked : null;
}
