import type { AttemptLimit } from "../../shared/attempt-limit";
import type { CallingHours } from "../../shared/calling-hours";
import type { DialingSettings } from "../../shared/campaign";
import type { CommonWindow } from "../../shared/common-window";
import { HOUR, type Instant } from "../../shared/instant";
import type { Outcome } from "../../shared/outcome";
import type { Claim, ContactFacts, WaitsFor } from "./ports";

/** What the supervisor has set that concerns each contact by itself. */
export interface ContactRules {
  /** Null: at any time. */
  readonly callingHours: CallingHours | null;
  readonly attemptLimits: readonly AttemptLimit[];
}

/** The rules for the contacts of one campaign, which may have calling hours of its own. */
export function rulesOf({ callingHours }: DialingSettings, rules: ContactRules): ContactRules {
  return callingHours === "settings" ? rules : { ...rules, callingHours };
}

/** All that decides whether one contact may be called now; one that is closed holds up no others. */
export interface ContactSituation {
  readonly now: Instant;
  readonly contact: ContactFacts;
  readonly rules: ContactRules;
  /** Whether calls may start by the clocks of all these zones, and until when that holds. */
  readonly windowIn: (hours: CallingHours, zones: readonly string[]) => CommonWindow;
  /** Its number is on a call, of whatever campaign. */
  readonly isOnCall: boolean;
}

export type ContactVerdict =
  | { readonly kind: "open" }
  | { readonly kind: "waits"; readonly waitsFor: WaitsFor; readonly until: Instant }
  /** Until the call to its number is over. */
  | { readonly kind: "on-call" }
  /** It is not called in this campaign any more. */
  | { readonly kind: "never"; readonly outcome: Outcome; readonly reason: string };

export type ContactGate = (situation: ContactSituation) => ContactVerdict;

const OPEN: ContactVerdict = { kind: "open" };

export const isNotSuppressed: ContactGate = ({ contact: { suppression }, now }) => {
  if (suppression === null) return OPEN;
  if (suppression.until === null) {
    const reason = "The number is on the do-not-call list.";
    return { kind: "never", outcome: "do_not_call", reason };
  }
  if (suppression.until <= now) return OPEN;
  return { kind: "waits", waitsFor: "do-not-call", until: suppression.until };
};

/** Who may be in several zones is called while it is calling hours in all of them. */
export const isWithinCallingHours: ContactGate = (situation) => {
  const { contact, rules } = situation;
  if (rules.callingHours !== null && zonesOf(contact, rules.callingHours).length === 0) {
    return neverWithin(
      "The contact's time zone is not known, so its calling hours are not either.",
    );
  }
  const window = windowOf(situation);
  if (window === null || window.open) return OPEN;
  if (window.until === null) {
    return neverWithin("The contact may be in several time zones, never in hours of all of them.");
  }
  return { kind: "waits", waitsFor: "calling-hours", until: window.until };
};

const neverWithin = (reason: string): ContactVerdict => ({
  kind: "never",
  outcome: "time_zone_unknown",
  reason,
});

/** Null: it may be called at any time, or its zone is not known. */
export function windowOf({ contact, rules, windowIn }: ContactSituation): CommonWindow | null {
  const hours = rules.callingHours;
  if (hours === null) return null;
  const zones = zonesOf(contact, hours);
  return zones.length === 0 ? null : windowIn(hours, zones);
}

/** By whose clocks its calling hours go; empty: not known. */
export function zonesOf(
  { timeZones }: Pick<ContactFacts, "timeZones">,
  hours: CallingHours,
): readonly string[] {
  switch (hours.zone) {
    case "campaign":
      return [hours.timeZone];
    case "contact":
      return timeZones;
    case "contact-or-campaign":
      return timeZones.length > 0 ? timeZones : [hours.timeZone];
  }
}

/** The number may be called again when enough of its calls are long enough ago, by every limit. */
export const isWithinAttemptLimits: ContactGate = (situation) => {
  const reached = limitThatOpensLast(situation);
  return reached ? { kind: "waits", waitsFor: "attempt-limit", until: reached.until } : OPEN;
};

/** Of the limits that the calls to the number have reached, the one that holds it longest. */
export function limitThatOpensLast({ contact, rules, now }: ContactSituation): ReachedLimit | null {
  const starts = [...contact.startsToNumber].sort((a, b) => b - a);
  let last: ReachedLimit | null = null;
  for (const limit of rules.attemptLimits) {
    const oldestThatCounts = starts[limit.attempts - 1];
    if (oldestThatCounts === undefined) continue;
    const until = oldestThatCounts + limit.hours * HOUR;
    if (until > (last?.until ?? now)) last = { limit, until };
  }
  return last;
}

interface ReachedLimit {
  readonly limit: AttemptLimit;
  readonly until: Instant;
}

/** A number has at most one open attempt, across all campaigns. */
export const isNotOnCall: ContactGate = ({ isOnCall }) => (isOnCall ? { kind: "on-call" } : OPEN);

export type ContactGateName = "do-not-call" | "calling-hours" | "attempt-limit" | "open-attempt";

/** In the order in which they are passed. */
export const CONTACT_GATES: readonly {
  readonly name: ContactGateName;
  readonly verdictOn: ContactGate;
}[] = [
  { name: "do-not-call", verdictOn: isNotSuppressed },
  { name: "calling-hours", verdictOn: isWithinCallingHours },
  { name: "attempt-limit", verdictOn: isWithinAttemptLimits },
  { name: "open-attempt", verdictOn: isNotOnCall },
];

export function passContactGates(situation: ContactSituation): ContactVerdict {
  for (const { verdictOn } of CONTACT_GATES) {
    const verdict = verdictOn(situation);
    if (verdict.kind !== "open") return verdict;
  }
  return OPEN;
}

/** Calls to a number are of interest from then on; null: no limit counts them. */
export function startsCountFrom({ attemptLimits }: ContactRules, now: Instant): Instant | null {
  if (attemptLimits.length === 0) return null;
  return now - Math.max(...attemptLimits.map(({ hours }) => hours)) * HOUR;
}

/** The attempt limits as they stand at `now`, for the last fence before a call. */
export function startLimits({ attemptLimits }: ContactRules, now: Instant): Claim["startsAtMost"] {
  return attemptLimits.map(({ attempts, hours }) => ({
    starts: attempts,
    since: now - hours * HOUR,
  }));
}
