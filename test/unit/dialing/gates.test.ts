import { expect, test } from "vitest";
import { bindingLimit } from "../../../src/main/dialing/binding-limit";
import { GATES, passGates, type Situation } from "../../../src/main/dialing/gates";

const OPEN: Situation = {
  now: 1_000_000,
  dialing: true,
  reconciling: false,
  hasCallerId: true,
  storeWait: 0,
  minutes: { quota: 100, used: 0, open: 0 },
  backOff: { wait: 0, message: "" },
  contacts: { kind: "ready" },
  active: 0,
  maxConcurrentCalls: 5,
  accountActive: 0,
  accountConcurrentCalls: null,
  callsPerSecond: 1,
  accountWait: 0,
  paceWait: -5,
};

/** In the order of the row: what closes each gate, and what it says. */
const CLOSING: readonly [Partial<Situation>, string, number | null][] = [
  [{ dialing: false }, "not-dialing", null],
  [{ storeWait: 700 }, "store-trouble", 700],
  [{ reconciling: true }, "reconciling", null],
  [{ hasCallerId: false }, "no-caller-id", null],
  [{ contacts: { kind: "reading" } }, "reading", null],
  [{ minutes: { quota: 100, used: 100, open: 0 } }, "quota-used-up", null],
  [{ backOff: { wait: 4_000, message: "429" } }, "back-off", 4_000],
  [{ active: 5 }, "concurrency", null],
  [{ accountConcurrentCalls: 3, accountActive: 3 }, "account-concurrency", null],
  [{ paceWait: 250 }, "pace", 250],
];

const closedBecause = (situation: Partial<Situation>) => {
  const verdict = passGates({ ...OPEN, ...situation });
  return verdict.kind === "open" ? ["open", null] : [verdict.because.kind, verdict.opensIn];
};

test("a call may start when every gate is open", () => {
  expect(passGates(OPEN)).toEqual({ kind: "open" });
});

test.each(CLOSING)("%j closes it, and says why and until when", (situation, because, opensIn) => {
  expect(closedBecause(situation)).toEqual([because, opensIn]);
});

test("the first closed gate of the row is the one that is named", () => {
  expect(CLOSING).toHaveLength(GATES.length);
  for (const [place, [, because]] of CLOSING.entries()) {
    const all = CLOSING.slice(place).reduce((sum, [closing]) => ({ ...sum, ...closing }), {});
    expect(closedBecause(all)[0]).toBe(because);
  }
});

test("is open right up to each limit", () => {
  expect(closedBecause({ active: 4 })[0]).toBe("open");
  expect(closedBecause({ accountConcurrentCalls: 3, accountActive: 2 })[0]).toBe("open");
  expect(closedBecause({ minutes: { quota: 100, used: 98, open: 1 } })[0]).toBe("open");
  expect(closedBecause({ minutes: { quota: 100, used: 98, open: 2 } })[0]).toBe("last-minutes");
});

test("of pace and the account's pace the later one binds", () => {
  expect(closedBecause({ paceWait: 100, accountWait: 300 })).toEqual(["account-pace", 300]);
  expect(closedBecause({ paceWait: 400, accountWait: 300 })).toEqual(["pace", 400]);
});

test("waits for a due time by the wall clock, and looks again after 30 s: it may be set", () => {
  const waiting = (at: number) =>
    closedBecause({ contacts: { kind: "waiting", due: { at, waitsFor: "retry-delay" } } });
  expect(waiting(1_005_000)).toEqual(["retry-delay", 5_000]);
  expect(waiting(9_000_000)).toEqual(["retry-delay", 30_000]);
  expect(waiting(1)).toEqual(["retry-delay", 0]);
});

test("every closure has words, or none to say, on the screen", () => {
  const limit = (situation: Partial<Situation>) =>
    bindingLimit(passGates({ ...OPEN, ...situation }));
  expect(limit({})).toEqual({ kind: "none" });
  expect(limit({ dialing: false })).toEqual({ kind: "none" });
  expect(limit({ paceWait: 9 })).toEqual({ kind: "pace" });
  expect(limit({ active: 5 })).toEqual({ kind: "concurrency", active: 5 });
  expect(limit({ contacts: { kind: "none" } })).toEqual({ kind: "last-calls" });
  for (const waitsFor of [
    "retry-delay",
    "calling-hours",
    "attempt-limit",
    "do-not-call",
  ] as const) {
    expect(limit({ contacts: { kind: "waiting", due: { at: 7, waitsFor } } })).toEqual({
      kind: waitsFor,
      until: 7,
    });
  }
  expect(limit({ backOff: { wait: 10, message: "429" } })).toEqual({
    kind: "back-off",
    until: 1_000_010,
    message: "429",
  });
  const account: Partial<Situation>[] = [
    { accountWait: 5 },
    { accountConcurrentCalls: 0 },
    { minutes: { quota: 1, used: 0, open: 1 } },
    { contacts: { kind: "on-call" } },
    { reconciling: true },
    { hasCallerId: false },
    { storeWait: 1 },
  ];
  for (const each of account) {
    expect(limit(each)).toEqual({ kind: "account", message: expect.stringMatching(/^[A-Z].+\.$/) });
  }
});
