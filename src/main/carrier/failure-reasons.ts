import type { NotificationInstance } from "twilio/lib/rest/api/v2010/account/call/notification";
import { MINUTE, type Instant } from "../../shared/instant";
import type { CallFailure } from "../dialing/ports";
import type { RequestTally } from "./request-tally";
import { faultFrom } from "./error-classes";

const UNKNOWN: CallFailure = { kind: "network", reason: "The call failed; Twilio gives no cause." };

/** For so long a cause that cannot be had is asked for again. */
const PATIENCE = 10 * MINUTE;

/**
 * Why calls failed. Twilio keeps that out of the Call resource: it is in the call's notifications,
 * which take one request. While the carrier has trouble answering it, the end of the call is no news
 * yet: taken for the network's failure it would be dialed again, and it may have been declined.
 * Where the cause cannot be had for long, or not at all, it does count as the network's: better one
 * dial too many than a contact given up by mistake.
 */
export class FailureReasons {
  private readonly missedSince = new Map<string, Instant>();

  constructor(private readonly now: () => Instant) {}

  /** @throws RequestFailed when it is to be asked again */
  async of(sid: string, tally: RequestTally): Promise<CallFailure> {
    try {
      const cause = await causeOf(sid, tally);
      this.missedSince.delete(sid);
      return cause;
    } catch (thrown) {
      if (faultFrom(thrown).kind === "carrier" && !this.isTooLate(sid)) throw thrown;
      this.missedSince.delete(sid);
      return UNKNOWN;
    }
  }

  private isTooLate(sid: string): boolean {
    const since = this.missedSince.get(sid) ?? this.now();
    this.missedSince.set(sid, since);
    return this.now() - since >= PATIENCE;
  }
}

async function causeOf(sid: string, tally: RequestTally): Promise<CallFailure> {
  const page = await tally.ask((client) => client.calls(sid).notifications.page({ pageSize: 20 }));
  const causes = page.instances.map(failureOfNotification).filter((cause) => cause !== null);
  return causes.find((cause) => cause.kind !== "network") ?? causes[0] ?? UNKNOWN;
}

/** A warning that machine detection cannot call us back: it has nothing to do with the failure. */
const NOBODY_TO_CALL_BACK = 21_262;

function failureOfNotification(notification: NotificationInstance): CallFailure | null {
  const code = Number(notification.errorCode);
  const sip = sipCode(code, notification.messageText);
  const known = FAILURE_OF_CODE.get(code) ?? (sip === null ? null : failureOfSip(sip));
  if (known !== null) return known;
  if (!Number.isInteger(code) || code === 0 || code === NOBODY_TO_CALL_BACK) return null;
  return { kind: "network", reason: `The call failed (Twilio error ${code}).` };
}

/** 31404 and its like are "31" and the SIP answer; elsewhere the text may name it. */
function sipCode(code: number, text: unknown): number | null {
  if (code >= 31_400 && code < 31_700) return code - 31_000;
  if (typeof text !== "string") return null;
  const named = /sip[^\d&]{0,30}([4-6]\d{2})(?!\d)/i.exec(text);
  return named?.[1] === undefined ? null : Number(named[1]);
}

/** RFC 3261, section 21; 607 and 608 are RFC 8197 and RFC 8688. */
export function failureOfSip(sip: number): CallFailure {
  switch (sip) {
    case 404:
    case 604:
      return { kind: "invalid-number", reason: `This number does not exist (SIP ${sip}).` };
    case 484:
      return { kind: "invalid-number", reason: "This number is incomplete (SIP 484)." };
    case 486:
    case 600:
      return { kind: "busy" };
    case 603:
      return { kind: "declined" };
    case 607:
    case 608:
      return { kind: "not-permitted", reason: `The call was blocked as unwanted (SIP ${sip}).` };
    default:
      return { kind: "network", reason: `The network could not complete the call (SIP ${sip}).` };
  }
}

const invalid = (reason: string): CallFailure => ({ kind: "invalid-number", reason });
const notPermitted = (reason: string): CallFailure => ({ kind: "not-permitted", reason });

/** Error numbers that Twilio logs for calls which failed after they were accepted. */
const FAILURE_OF_CODE: ReadonlyMap<number, CallFailure> = new Map<number, CallFailure>([
  [13223, invalid("This is not a valid phone number.")],
  [13224, invalid("This number does not exist, or Twilio cannot call it.")],
  [13226, invalid("This number's country code does not exist.")],
  [21211, invalid("This is not a valid phone number.")],
  [21214, invalid("This number cannot be reached.")],
  [21217, invalid("This is not a valid phone number.")],
  [32101, invalid("This is not a valid phone number.")],
  [13225, notPermitted("Twilio blocks calls to this number.")],
  [13227, notPermitted("Calls to this country are switched off for the account.")],
  [21215, notPermitted("Calls to this country are switched off for the account.")],
  [21216, notPermitted("Twilio blocks calls to this number.")],
  [21219, notPermitted("A trial account may only call numbers that were verified before.")],
  [32224, notPermitted("Twilio blocks calls to this number.")],
  [34002, { kind: "busy" }],
]);
