import type { PracticeCall } from "../../../src/main/practice-line/call";
import { ruleFor } from "../../../src/main/dialing/retry-policy";
import { MINUTE } from "../../../src/shared/instant";
import type { BrokenPromise } from "./broken";
import {
  endOf,
  grouped,
  isTrue,
  rang,
  trueOutcome,
  type Evidence,
  type KeptAttempt,
  type KeptCampaign,
} from "./evidence";

type Check = (evidence: Evidence) => Iterable<BrokenPromise>;

/** Holds what happened at the carrier, and what the file tells of it, against the promises. */
export function checkCalls(evidence: Evidence): readonly BrokenPromise[] {
  const checks: readonly Check[] = [
    numbersOneAtATime,
    dialsOfContacts,
    nobodyLost,
    ownership,
    outcomesTrue,
    pausesKept,
    paceKept,
    concurrencyKept,
  ];
  return checks.flatMap((check) => [...check(evidence)]);
}

function* numbersOneAtATime({ calls }: Evidence): Iterable<BrokenPromise> {
  for (const [, sameNumber] of grouped(calls, ({ order }) => order.to)) {
    for (const [index, call] of sameNumber.entries()) {
      const before = sameNumber[index - 1];
      if (before && call.createdAt < endOf(before)) {
        yield {
          promise: "no number has two calls at once",
          detail: `${call.sid} began ${endOf(before) - call.createdAt} ms before ${before.sid} ended`,
        };
      }
    }
  }
}

/** Calls whose phone rang, by the contact of the attempt that they were placed for. */
function dialsByContact(evidence: Evidence): Map<string, PracticeCall[]> {
  const attemptOf = attemptsBySid(evidence);
  const owned = evidence.calls.filter((call) => rang(call) && attemptOf.has(call.sid));
  return grouped(owned, ({ sid }) => {
    const { campaignId, contactId } = attemptOf.get(sid)!;
    return `${campaignId}/${contactId}`;
  });
}

function* dialsOfContacts(evidence: Evidence): Iterable<BrokenPromise> {
  const campaigns = campaignsById(evidence);
  for (const [contact, dials] of dialsByContact(evidence)) {
    const { dialing } = campaigns.get(Number(contact.split("/")[0]))!;
    if (dials.length > dialing.maxRetries + 1) {
      yield {
        promise: "nobody is called more often than Max Retries allows",
        detail: `contact ${contact}: ${dials.length} calls`,
      };
    }
    for (const [index, dial] of dials.entries()) {
      const before = dials[index - 1];
      if (!before) continue;
      const rule = ruleFor(trueOutcome(before, dialing), dialing);
      if (rule === null || rule.retries === 0) {
        yield {
          promise: "nobody is called after a final outcome",
          detail: `contact ${contact}: ${dial.sid} after ${trueOutcome(before, dialing)}`,
        };
      }
      const gap = dial.createdAt - endOf(before);
      if (gap < dialing.retryDelayMinutes * MINUTE) {
        yield {
          promise: "retries are Retry Delay apart",
          detail: `contact ${contact}: ${dial.sid} after ${gap} ms`,
        };
      }
    }
  }
}

function* nobodyLost({ campaigns, contacts }: Evidence): Iterable<BrokenPromise> {
  for (const campaign of campaigns) {
    const own = contacts.filter(({ campaignId }) => campaignId === campaign.id);
    const ended = own.filter(
      ({ status, outcome }) => outcome !== null && (status === "COMPLETED" || status === "FAILED"),
    );
    if (campaign.status === "COMPLETED" && ended.length === campaign.contacts) continue;
    yield {
      promise: "no contact is lost",
      detail: `campaign ${campaign.id} is ${campaign.status}: ${ended.length} of ${campaign.contacts} contacts have ended`,
    };
  }
}

function* ownership(evidence: Evidence): Iterable<BrokenPromise> {
  const promise = "every call is owned by the attempt that placed it";
  const owners = grouped(
    evidence.attempts.filter(({ sid }) => sid !== null),
    ({ sid }) => sid,
  );
  const orders = new Map(evidence.orders.map((order) => [order.sid, order]));
  for (const { sid } of evidence.calls) {
    const own = owners.get(sid) ?? [];
    const placedFor = orders.get(sid)?.attemptId;
    if (own.length !== 1) yield { promise, detail: `${sid} has ${own.length} owners` };
    else if (own[0]!.id !== placedFor) {
      yield { promise, detail: `${sid}, for attempt ${placedFor}, is owned by ${own[0]!.id}` };
    }
  }
  const existing = new Set(evidence.calls.map(({ sid }) => sid));
  for (const sid of owners.keys()) {
    if (!existing.has(sid!)) yield { promise, detail: `${sid} is owned, but was never placed` };
  }
}

function* outcomesTrue(evidence: Evidence): Iterable<BrokenPromise> {
  const attemptOf = attemptsBySid(evidence);
  const campaigns = campaignsById(evidence);
  for (const call of evidence.calls) {
    const attempt = attemptOf.get(call.sid);
    if (!attempt) continue;
    const { dialing } = campaigns.get(attempt.campaignId)!;
    if (isTrue(attempt.outcome, call, dialing)) continue;
    const truth = trueOutcome(call, dialing);
    yield {
      promise: "what is told of a call is what became of it",
      detail: `${call.sid}: ${attempt.state}, ${attempt.outcome}, but it was ${truth}`,
    };
  }
}

function* pausesKept({ orders, pauses, attempts }: Evidence): Iterable<BrokenPromise> {
  const campaignOf = new Map(attempts.map(({ id, campaignId }) => [id, campaignId]));
  for (const { attemptId, receivedAt } of orders) {
    const campaign = campaignOf.get(attemptId);
    const pause = pauses.find(
      ({ campaignId, from, until }) =>
        campaignId === campaign && receivedAt > from && receivedAt < until,
    );
    if (!pause) continue;
    yield {
      promise: "no call starts after Pause",
      detail: `attempt ${attemptId} was sent ${receivedAt - pause.from} ms after it`,
    };
  }
}

function* paceKept({ attempts, campaigns }: Evidence): Iterable<BrokenPromise> {
  for (const { id, dialing } of campaigns) {
    const starts = attempts
      .filter(({ campaignId }) => campaignId === id)
      .map(({ intentAt }) => intentAt);
    for (let later = dialing.callsPerMinute; later < starts.length; later += 1) {
      const span = starts[later]! - starts[later - dialing.callsPerMinute]!;
      if (span >= MINUTE) continue;
      yield {
        promise: "no minute holds more starts than Calls Per Minute",
        detail: `campaign ${id}: ${dialing.callsPerMinute + 1} starts within ${span} ms`,
      };
    }
  }
}

function* concurrencyKept(evidence: Evidence): Iterable<BrokenPromise> {
  const attemptOf = attemptsBySid(evidence);
  for (const { id, dialing } of evidence.campaigns) {
    const own = evidence.calls.filter(({ sid }) => attemptOf.get(sid)?.campaignId === id);
    for (const { createdAt, sid } of own) {
      const active = own.filter((it) => it.createdAt <= createdAt && endOf(it) > createdAt).length;
      if (active <= dialing.maxConcurrentCalls) continue;
      yield {
        promise: "no more calls at once than Max Concurrent Calls",
        detail: `campaign ${id}: ${active} when ${sid} was placed`,
      };
    }
  }
}

function attemptsBySid({ attempts }: Evidence): Map<string, KeptAttempt> {
  return new Map(
    attempts.flatMap((attempt) => (attempt.sid === null ? [] : [[attempt.sid, attempt]])),
  );
}

function campaignsById({ campaigns }: Evidence): Map<number, KeptCampaign> {
  return new Map(campaigns.map((campaign) => [campaign.id, campaign]));
}
