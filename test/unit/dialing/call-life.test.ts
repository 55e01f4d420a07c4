import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CALL_LIFE, IllegalTransition, type CallEvent } from "../../../src/main/dialing/call-state";
import { advance, type KnownAttempt } from "../../../src/main/dialing/transitions";
import type { CallReport } from "../../../src/main/dialing/ports";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import { attemptState, type AttemptState } from "../../../src/shared/call";
import { aReport, anAttempt, circumstances } from "../../support/dialing-builders";
import { tableOf } from "../../support/markdown-table";

const STATUSES: readonly CallReport["status"][] = [
  "queued",
  "ringing",
  "in_progress",
  "completed",
  "busy",
  "no_answer",
  "cancelled",
  "failed",
];

const EVENTS: Readonly<Record<CallEvent["kind"], readonly CallEvent[]>> = {
  placed: STATUSES.map((status) => ({ kind: "placed", report: aReport({ status }) })),
  refused: [
    {
      kind: "refused",
      fault: { kind: "contact", outcome: "invalid_number", reason: "21211" },
    },
    { kind: "refused", fault: { kind: "account", message: "No.", advice: "Pay." } },
    { kind: "refused", fault: { kind: "carrier", reason: "503", retryAfterMs: null } },
  ],
  "answer-lost": [{ kind: "answer-lost" }],
  "taken-back": [{ kind: "taken-back" }],
  reported: STATUSES.map((status) => ({ kind: "reported", report: aReport({ status }) })),
  "not-placed": [{ kind: "not-placed" }],
  "cannot-be-known": [{ kind: "cannot-be-known" }],
  resolved: [
    { kind: "resolved", wasPlaced: true },
    { kind: "resolved", wasPlaced: false },
  ],
};

const KINDS = Object.keys(EVENTS) as CallEvent["kind"][];

const attemptIn = (state: AttemptState): KnownAttempt =>
  anAttempt({ state, sid: ["queued", "ringing", "in_progress"].includes(state) ? "CA1" : null });

/** What really becomes of an attempt in that state by all events of that kind. */
function reached(state: AttemptState, kind: CallEvent["kind"]): string {
  const states = new Set<AttemptState>();
  for (const event of EVENTS[kind]) {
    try {
      const step = advance(attemptIn(state), event, circumstances());
      if (state === "ended") {
        expect(step.changes).toEqual([]);
        return "dropped";
      }
      states.add(step.attempt.state);
    } catch (fault) {
      expect(fault).toBeInstanceOf(IllegalTransition);
      return "illegal";
    }
  }
  return attemptState.options.filter((option) => states.has(option)).join(", ");
}

test("each event in each state leads where the table says, and docs/dialing.md says the same", () => {
  const real = attemptState.options.map((state) => [
    state,
    ...KINDS.map((kind) => reached(state, kind)),
  ]);
  const table = attemptState.options.map((state) => [
    state,
    ...KINDS.map((kind) => [CALL_LIFE[state][kind]].flat().join(", ")),
  ]);
  const documented = tableOf(readFileSync("docs/dialing.md", "utf8"), "state").slice(1);
  const sorted = (rows: string[][]) => [...rows].sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  expect(sorted(real)).toEqual(sorted(table));
  expect(sorted(documented)).toEqual(sorted(table));
});

test("keeps the SID before anything else that an answer says", () => {
  for (const event of EVENTS.placed) {
    const { changes } = advance(attemptIn("intent"), event, circumstances());
    expect(changes[0]).toMatchObject({ kind: "placed", sid: "CA1" });
  }
});

test("a report that lags behind changes nothing", () => {
  const event: CallEvent = { kind: "reported", report: aReport({ status: "ringing" }) };
  expect(advance(attemptIn("in_progress"), event, circumstances()).changes).toEqual([]);
});

test("a phone that rang was called, though nobody saw it ring before the call was cancelled", () => {
  const cancelled = (startedAt: number | null): CallEvent => ({
    kind: "reported",
    report: aReport({ status: "cancelled", startedAt, endedAt: 90_000 }),
  });
  const [rang] = advance(attemptIn("queued"), cancelled(80_000), circumstances()).changes;
  expect(rang).toMatchObject({ outcome: "no_answer" });
  const [never] = advance(attemptIn("queued"), cancelled(null), circumstances()).changes;
  expect(never).toMatchObject({ outcome: "network_error" });
});

test("a call without an end in words ends once: a second end is dropped", () => {
  const event: CallEvent = { kind: "reported", report: aReport({ status: "busy" }) };
  const first = advance(attemptIn("ringing"), event, circumstances());
  expect(first.changes).toHaveLength(1);
  expect(advance(first.attempt, event, circumstances()).changes).toEqual([]);
});

test("counts Retry Delay from the end of the second that the carrier names", () => {
  const at = circumstances({ now: 100_000, seenActiveAt: null });
  const event: CallEvent = {
    kind: "reported",
    report: aReport({ status: "busy", endedAt: 90_000 }),
  };
  const [end] = advance(attemptIn("ringing"), event, at).changes;
  expect(end).toMatchObject({ endedAt: 90_000, next: { kind: "retry", notBefore: 391_000 } });
});

test("does not take a call as over before it was last seen to go on, nor in the future", () => {
  const notBefore = (endedAt: number, seenActiveAt: number | null) => {
    const event: CallEvent = { kind: "reported", report: aReport({ status: "busy", endedAt }) };
    const at = circumstances({ now: 100_000, seenActiveAt });
    return advance(attemptIn("ringing"), event, at).changes[0];
  };
  expect(notBefore(50_000, 98_000)).toMatchObject({ next: { notBefore: 398_000 } });
  expect(notBefore(500_000, 98_000)).toMatchObject({
    endedAt: 100_000,
    next: { notBefore: 400_000 },
  });
});

test("a call that was placed, by the supervisor's word, is never followed by another", () => {
  const word: CallEvent = { kind: "resolved", wasPlaced: true };
  const [end] = advance(attemptIn("unresolved"), word, circumstances()).changes;
  expect(end).toMatchObject({ next: { kind: "failed" } });
  const other: CallEvent = { kind: "resolved", wasPlaced: false };
  const [returned] = advance(attemptIn("unresolved"), other, circumstances()).changes;
  expect(returned).toMatchObject({ outcome: "not_placed", next: { kind: "returned" } });
});

test("says when an answered call was answered, and that a recording is to be expected", () => {
  const event: CallEvent = {
    kind: "reported",
    report: aReport({ status: "completed", endedAt: 90_000, durationSeconds: 30 }),
  };
  const [end] = advance(attemptIn("in_progress"), event, circumstances({ now: 100_000 })).changes;
  expect(end).toMatchObject({ answeredAt: 60_000, durationSeconds: 30, recorded: true });
  const silent: CallEvent = { kind: "reported", report: aReport({ status: "no_answer" }) };
  const [unanswered] = advance(attemptIn("ringing"), silent, circumstances()).changes;
  expect(unanswered).toMatchObject({ answeredAt: null, recorded: false });
});

test("a time of day is by the contact's clock where it is known, else by the supervisor's", () => {
  // 15:30 in UTC is an afternoon there, a morning in Denver and half past midnight in Tokyo.
  const now = Date.UTC(2027, 2, 1, 15, 30);
  const settings = { ...DEFAULT_DIALING, retryAtOtherTimesOfDay: true };
  const event: CallEvent = { kind: "reported", report: aReport({ status: "no_answer" }) };
  const retryOf = (timeZones: readonly string[]) => {
    const attempt = { ...attemptIn("ringing"), intentAt: now - 30_000, timeZones };
    const [end] = advance(attempt, event, circumstances({ now, settings })).changes;
    return end;
  };
  const at = (hour: number) => ({ kind: "retry", notBefore: Date.UTC(2027, 2, 1, hour) });
  expect(retryOf([])).toMatchObject({ next: at(17) });
  expect(retryOf(["America/Denver"])).toMatchObject({ next: at(19) });
  expect(retryOf(["Asia/Tokyo"])).toMatchObject({ next: at(23) });
});
