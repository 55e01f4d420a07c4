import { formatCount } from "../../shared/format-count";
import type { GateStanding } from "../../shared/why-not-called";
import { closureWords } from "./closure-words";
import {
  CONTACT_GATES,
  limitThatOpensLast,
  windowOf,
  type ContactGateName,
  type ContactSituation,
} from "./contact-gates";
import { GATES, type Situation } from "./gates";
import type { CampaignRecord, ContactStanding } from "./ports";

/** All that decides about one contact in one campaign. */
export interface StandingInCampaign {
  readonly status: CampaignRecord["status"];
  readonly standing: ContactStanding;
  readonly own: ContactSituation;
  /** What decides about the campaign's next call, whoever is called; null: it does not dial. */
  readonly campaign: Situation | null;
  /** How many contacts are called before it; null: it is not known yet. */
  readonly place: number | null;
}

const open = (gate: GateStanding["gate"]): GateStanding => ({ gate, closed: null });

const closed = (
  gate: GateStanding["gate"],
  because: string,
  until: number | null = null,
  timeZone: string | null = null,
): GateStanding => ({ gate, closed: { because, until, timeZone } });

/** Every gate that a pending contact passes before it is called, open or closed. */
export function explainGates(given: StandingInCampaign): readonly GateStanding[] {
  const gates = [campaignStanding(given), ...ownStandings(given), retryStanding(given)];
  if (given.campaign === null) return gates;
  const mayBeCalled = gates.every((gate) => gate.closed === null);
  return [
    ...gates,
    ...(mayBeCalled ? [turnStanding(given.place)] : []),
    ...campaignsOwn(given.campaign),
  ];
}

function campaignStanding({ status, campaign }: StandingInCampaign): GateStanding {
  if (campaign?.dialing) return open("campaign");
  switch (status) {
    case "DRAFT":
      return closed("campaign", "The campaign has not been started.");
    case "PAUSED":
      return closed("campaign", "The campaign is paused: no calls are made until it is resumed.");
    case "IN_PROGRESS":
      return closed("campaign", "The campaign is just being started or stopped.");
    case "COMPLETED":
    case "CANCELLED":
      return closed("campaign", "The campaign is over: it makes no more calls.");
  }
}

/** What was found of a contact holds until then, unless the supervisor changes the rules. */
function ownStandings({ own, standing }: StandingInCampaign): readonly GateStanding[] {
  return CONTACT_GATES.map(({ name, verdictOn }) => {
    const verdict = verdictOn(own);
    switch (verdict.kind) {
      case "open":
        return standing.waitsFor === name && (standing.notBefore ?? 0) > own.now
          ? closed(name, "It was closed when it was looked at last.", standing.notBefore)
          : open(name);
      case "never":
        return closed(name, `${verdict.reason} It is not called.`);
      case "on-call":
        return closed(name, "Its number is on a call, or a call to it is being looked up.");
      case "waits":
        return closed(name, waitingWords(name, own), verdict.until, zoneOf(name, own));
    }
  });
}

function waitingWords(gate: ContactGateName, situation: ContactSituation): string {
  if (gate === "calling-hours") return "It is outside the calling hours at the contact.";
  const limit = gate === "attempt-limit" ? limitThatOpensLast(situation)?.limit : undefined;
  if (!limit) return "Its number is on the do-not-call list for a while.";
  const calls = `${formatCount(limit.attempts)} ${limit.attempts === 1 ? "call" : "calls"}`;
  const hours = `${formatCount(limit.hours)} ${limit.hours === 1 ? "hour" : "hours"}`;
  return `Its number has had ${calls} within ${hours}, all that the attempt limit allows.`;
}

function zoneOf(gate: ContactGateName, situation: ContactSituation): string | null {
  return gate === "calling-hours" ? (windowOf(situation)?.zone ?? null) : null;
}

function retryStanding({ standing, own }: StandingInCampaign): GateStanding {
  const { waitsFor, notBefore } = standing;
  if (waitsFor !== "retry-delay" || notBefore === null || notBefore <= own.now) {
    return open("retry-delay");
  }
  return closed("retry-delay", "It has been called, and is not due again yet.", notBefore);
}

function turnStanding(place: number | null): GateStanding {
  if (place === 0) return open("turn");
  if (place === null) return closed("turn", "Other contacts come before it.");
  const before = place === 1 ? "One contact comes" : `${formatCount(place)} contacts come`;
  return closed("turn", `${before} before it.`);
}

/** What holds up every contact alike. */
function campaignsOwn(situation: Situation): readonly GateStanding[] {
  return GATES.flatMap(({ name, verdictOn }) => {
    if (name === "campaign" || name === "contacts") return [];
    const verdict = verdictOn(situation);
    if (verdict.kind === "open") return [open(name)];
    const { because, opensIn } = verdict;
    const until = opensIn === null ? null : Math.ceil(situation.now + opensIn);
    return [closed(name, closureWords(because), until)];
  });
}
