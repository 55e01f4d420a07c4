import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outcomeOf, type FinalReport, type FinalStatus } from "../../../src/main/dialing/outcome";
import { nextFor, type EndedDial } from "../../../src/main/dialing/retry-policy";
import type { CallReport } from "../../../src/main/dialing/ports";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import { outcome, type Outcome } from "../../../src/shared/outcome";
import { aReport } from "../../support/dialing-builders";
import { tableOf } from "../../support/markdown-table";

const final = (status: FinalStatus, given: Partial<CallReport> = {}): FinalReport => ({
  ...aReport(given),
  status,
});

const of = (report: FinalReport, course = { rang: true, tookBack: false }) =>
  outcomeOf(report, DEFAULT_DIALING, course).outcome;

test("an answered call that is over within 5 s was hung up immediately", () => {
  expect(of(final("completed", { durationSeconds: 5 }))).toBe("hung_up_immediately");
  expect(of(final("completed", { durationSeconds: 6 }))).toBe("talked");
  expect(of(final("completed", { durationSeconds: 90 }))).toBe("talked");
  expect(of(final("completed", { durationSeconds: null }))).toBe("talked");
});

test("a machine did not hang up, however short the call", () => {
  expect(of(final("completed", { durationSeconds: 2, answeredBy: "machine" }))).toBe("machine");
  expect(of(final("completed", { durationSeconds: 60, answeredBy: "unknown" }))).toBe("talked");
});

test("with a limit of 0 s nobody hangs up immediately", () => {
  const settings = { ...DEFAULT_DIALING, hungUpWithinSeconds: 0 };
  const report = final("completed", { durationSeconds: 0 });
  expect(outcomeOf(report, settings, { rang: true, tookBack: false }).outcome).toBe("talked");
});

test("declined counts as declined whatever status it comes with", () => {
  for (const status of ["failed", "busy", "no_answer", "completed"] as const) {
    expect(of(final(status, { failure: { kind: "declined" } }))).toBe("declined");
  }
});

test("a failed call is told apart by its cause", () => {
  const failed = (failure: CallReport["failure"]) =>
    outcomeOf(final("failed", { failure }), DEFAULT_DIALING, { rang: false, tookBack: false });
  expect(failed({ kind: "invalid-number", reason: "404" })).toEqual({
    outcome: "invalid_number",
    reason: "404",
  });
  expect(failed({ kind: "not-permitted", reason: "607" }).outcome).toBe("not_permitted");
  expect(failed({ kind: "busy" }).outcome).toBe("busy");
  expect(failed({ kind: "network", reason: "503" }).reason).toBe("503");
  expect(failed(null).outcome).toBe("network_error");
  expect(of(final("busy"))).toBe("busy");
  expect(of(final("no_answer"))).toBe("no_answer");
});

test("only a call that we took back before it rang counts as no attempt", () => {
  const cancelled = final("cancelled");
  expect(of(cancelled, { rang: false, tookBack: true })).toBe("cancelled");
  expect(of(cancelled, { rang: true, tookBack: true })).toBe("no_answer");
  expect(of(cancelled, { rang: false, tookBack: false })).toBe("network_error");
});

const dialOf = (given: Partial<EndedDial>): EndedDial => ({
  outcome: "talked",
  reason: null,
  number: 1,
  earlier: [],
  startedAt: 0,
  endedAt: 0,
  ...given,
});

const RETRIED: readonly Outcome[] = ["no_answer", "busy", "network_error"];
const COMPLETES: readonly Outcome[] = ["talked", "declined", "hung_up_immediately", "machine"];
const FAILS: readonly Outcome[] = [
  "invalid_number",
  "not_permitted",
  "do_not_call",
  "time_zone_unknown",
];

test("retries no answer, busy and network errors, and nothing else", () => {
  for (const each of outcome.options) {
    const next = nextFor(dialOf({ outcome: each, endedAt: 1_000 }), DEFAULT_DIALING, "UTC");
    if (RETRIED.includes(each)) expect(next).toMatchObject({ kind: "retry", notBefore: 301_000 });
    else if (COMPLETES.includes(each)) expect(next).toEqual({ kind: "completed", outcome: each });
    else if (FAILS.includes(each)) expect(next.kind).toBe("failed");
    else expect(next).toEqual({ kind: "returned", notBefore: 1_000 });
  }
});

test("what an outcome means is documented", () => {
  const rows = tableOf(readFileSync("docs/dialing.md", "utf8"), "outcome").slice(1);
  const documented = rows.flatMap(([outcomes = "", retried = "", end = ""]) =>
    outcomes.split(", ").map((each) => ({ outcome: outcome.parse(each), retried, end })),
  );
  expect(documented.map((row) => row.outcome).sort()).toEqual([...outcome.options].sort());
  for (const { outcome, retried, end } of documented) {
    const first = nextFor(dialOf({ outcome }), DEFAULT_DIALING, "UTC");
    expect(first.kind === "retry").toBe(retried === "up to Max Retries");
    const last = nextFor(dialOf({ outcome, number: 4 }), DEFAULT_DIALING, "UTC");
    expect(last.kind).toBe(end);
  }
});

test("dials at most Max Retries + 1 times, then fails with a reason", () => {
  const dial = (number: number, maxRetries: number) =>
    nextFor(dialOf({ outcome: "busy", number }), { ...DEFAULT_DIALING, maxRetries }, "UTC");
  expect(dial(3, 3).kind).toBe("retry");
  expect(dial(4, 3)).toEqual({
    kind: "failed",
    outcome: "busy",
    reason: "Busy at the last of 4 attempts.",
  });
  expect(dial(1, 0)).toMatchObject({ reason: "Busy at the last of 1 attempt." });
});

test("keeps the carrier's reason for a number that can never be called", () => {
  const reasonFor = (reason: string | null) =>
    nextFor(dialOf({ outcome: "invalid_number", reason }), DEFAULT_DIALING, "UTC");
  expect(reasonFor("21211")).toMatchObject({ reason: "21211" });
  expect(reasonFor(null)).toMatchObject({ reason: "Invalid number." });
});
