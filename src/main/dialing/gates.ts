import type { Instant } from "../../shared/instant";
import type { Due } from "./ports";

/** Why no call may start now. */
export type Closure =
  | { readonly kind: "not-dialing" }
  /** After a wake: first it is found out what became of the calls. */
  | { readonly kind: "reconciling" }
  | { readonly kind: "no-caller-id" }
  | { readonly kind: "store-trouble" }
  | { readonly kind: "quota-used-up" }
  /** Calls in progress may need the last minutes. */
  | { readonly kind: "last-minutes" }
  | { readonly kind: "back-off"; readonly until: Instant; readonly message: string }
  | { readonly kind: Due["waitsFor"]; readonly until: Instant }
  | { readonly kind: "last-calls" }
  /** The next contacts are being read from the store. */
  | { readonly kind: "reading" }
  | { readonly kind: "numbers-on-call" }
  | { readonly kind: "concurrency"; readonly active: number }
  | { readonly kind: "account-concurrency"; readonly limit: number }
  | { readonly kind: "account-pace"; readonly callsPerSecond: number }
  | { readonly kind: "pace" };

export type Verdict =
  | { readonly kind: "open" }
  | {
      readonly kind: "closed";
      readonly because: Closure;
      /** Milliseconds until it opens by itself; null: when something happens. */
      readonly opensIn: number | null;
    };

/** All that decides whether a campaign's next call may start. Waits are milliseconds from now. */
export interface Situation {
  readonly now: Instant;
  readonly dialing: boolean;
  readonly reconciling: boolean;
  readonly hasCallerId: boolean;
  readonly storeWait: number;
  /** Call minutes: of the month, used, and kept for the calls in progress, a whole one each. */
  readonly minutes: { readonly quota: number; readonly used: number; readonly open: number };
  readonly backOff: { readonly wait: number; readonly message: string };
  readonly contacts:
    | { readonly kind: "ready" | "reading" | "none" | "on-call" }
    | { readonly kind: "waiting"; readonly due: Due };
  readonly active: number;
  readonly maxConcurrentCalls: number;
  readonly accountActive: number;
  readonly accountConcurrentCalls: number | null;
  readonly callsPerSecond: number;
  readonly accountWait: number;
  readonly paceWait: number;
}

export type Gate = (situation: Situation) => Verdict;

const OPEN: Verdict = { kind: "open" };

const closed = (because: Closure, opensIn: number | null = null): Verdict => ({
  kind: "closed",
  because,
  opensIn,
});

export const campaignRuns: Gate = ({ dialing }) =>
  dialing ? OPEN : closed({ kind: "not-dialing" });

export const callsAreKnown: Gate = ({ reconciling }) =>
  reconciling ? closed({ kind: "reconciling" }) : OPEN;

export const callerIdIsKnown: Gate = ({ hasCallerId }) =>
  hasCallerId ? OPEN : closed({ kind: "no-caller-id" });

export const storeWorks: Gate = ({ storeWait }) =>
  storeWait > 0 ? closed({ kind: "store-trouble" }, storeWait) : OPEN;

/** Clocks may jump, so a wall clock's moment is looked at again after so long. */
const LONGEST_WAIT = 30_000;

export const someoneIsReady: Gate = ({ contacts, now }) => {
  switch (contacts.kind) {
    case "ready":
      return OPEN;
    case "reading":
      return closed({ kind: "reading" });
    case "none":
      return closed({ kind: "last-calls" });
    case "on-call":
      return closed({ kind: "numbers-on-call" });
    case "waiting":
      return closed(
        { kind: contacts.due.waitsFor, until: contacts.due.at },
        Math.min(LONGEST_WAIT, Math.max(0, contacts.due.at - now)),
      );
  }
};

export const minutesRemain: Gate = ({ minutes }) => {
  if (minutes.used >= minutes.quota) return closed({ kind: "quota-used-up" });
  if (minutes.used + minutes.open >= minutes.quota) return closed({ kind: "last-minutes" });
  return OPEN;
};

export const carrierIsWell: Gate = ({ backOff, now }) => {
  if (backOff.wait <= 0) return OPEN;
  const until = Math.ceil(now + backOff.wait);
  return closed({ kind: "back-off", until, message: backOff.message }, backOff.wait);
};

export const callsAtOnce: Gate = ({ active, maxConcurrentCalls }) =>
  active < maxConcurrentCalls ? OPEN : closed({ kind: "concurrency", active });

export const accountCallsAtOnce: Gate = ({ accountActive, accountConcurrentCalls: limit }) =>
  limit === null || accountActive < limit ? OPEN : closed({ kind: "account-concurrency", limit });

/** When both keep a call waiting, the later one is the limit that binds. */
export const paces: Gate = ({ paceWait, accountWait, callsPerSecond }) => {
  const wait = Math.max(paceWait, accountWait);
  if (wait <= 0) return OPEN;
  if (accountWait > paceWait) return closed({ kind: "account-pace", callsPerSecond }, wait);
  return closed({ kind: "pace" }, wait);
};

export type GateName =
  | "campaign"
  | "store"
  | "calls-known"
  | "caller-id"
  | "contacts"
  | "call-minutes"
  | "carrier"
  | "concurrency"
  | "account-concurrency"
  | "pace";

/** In the order in which they are named: the first closed one is the limit that binds. */
export const GATES: readonly { readonly name: GateName; readonly verdictOn: Gate }[] = [
  { name: "campaign", verdictOn: campaignRuns },
  { name: "store", verdictOn: storeWorks },
  { name: "calls-known", verdictOn: callsAreKnown },
  { name: "caller-id", verdictOn: callerIdIsKnown },
  { name: "contacts", verdictOn: someoneIsReady },
  { name: "call-minutes", verdictOn: minutesRemain },
  { name: "carrier", verdictOn: carrierIsWell },
  { name: "concurrency", verdictOn: callsAtOnce },
  { name: "account-concurrency", verdictOn: accountCallsAtOnce },
  { name: "pace", verdictOn: paces },
];

export function passGates(situation: Situation): Verdict {
  for (const { verdictOn } of GATES) {
    const verdict = verdictOn(situation);
    if (verdict.kind === "closed") return verdict;
  }
  return OPEN;
}
