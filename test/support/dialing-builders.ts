import type { Circumstances, KnownAttempt } from "../../src/main/dialing/transitions";
import type { CallReport } from "../../src/main/dialing/ports";
import { DEFAULT_DIALING, type CampaignFigures } from "../../src/shared/campaign";
import type { AttemptId, CampaignId, ContactId } from "../../src/shared/ids";
import type { PhoneNumber } from "../../src/shared/phone-number";

export function aReport(given: Partial<CallReport> = {}): CallReport {
  return {
    sid: "CA1",
    status: "queued",
    createdAt: null,
    startedAt: null,
    endedAt: null,
    durationSeconds: null,
    answeredBy: null,
    failure: null,
    ...given,
  };
}

export function anAttempt(given: Partial<KnownAttempt> = {}): KnownAttempt {
  return {
    id: 1 as AttemptId,
    campaignId: 1 as CampaignId,
    contactId: 1 as ContactId,
    number: 1,
    to: "+12015550101" as PhoneNumber,
    from: "+14155550100" as PhoneNumber,
    state: "intent",
    sid: null,
    intentAt: 1_000,
    answeredAt: null,
    timeZones: [],
    earlier: [],
    ...given,
  };
}

export function circumstances(given: Partial<Circumstances> = {}): Circumstances {
  return {
    now: 100_000,
    settings: DEFAULT_DIALING,
    timeZone: "UTC",
    seenActiveAt: null,
    tookBack: false,
    ...given,
  };
}

export function figuresOf(given: Partial<CampaignFigures> = {}): CampaignFigures {
  return {
    total: 0,
    pending: 0,
    waitingForRetry: 0,
    inProgress: 0,
    unresolved: 0,
    completed: 0,
    failed: 0,
    outcomes: {},
    ...given,
  };
}
