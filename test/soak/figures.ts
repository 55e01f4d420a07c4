import type { FaultyCarrier } from "./carrier/faulty-carrier";
import { PROMISES, type BrokenPromise } from "./promises/broken";
import type { Evidence } from "./promises/evidence";

/** What is counted, in the order in which it is shown. */
export type Figures = ReadonlyMap<string, number>;

export interface RoundCounts {
  readonly evidence: Evidence;
  readonly kills: number;
  readonly blows: ReadonlyMap<string, number>;
  readonly carrier: FaultyCarrier;
  readonly resumed: number;
}

export function countRound({ evidence, kills, blows, carrier, resumed }: RoundCounts): Figures {
  const { calls, orders, attempts, campaigns, pauses } = evidence;
  const lost = orders.filter(({ sid, told }) => sid !== null && !told);
  const ended = (outcome: string) => attempts.filter((it) => it.outcome === outcome).length;
  return new Map([
    ["kills", kills],
    ...[...blows].sort().map(([at, count]) => [`  ${at}`, count] as const),
    ["restarts", kills],
    ["campaigns", campaigns.length],
    ["contacts", campaigns.reduce((sum, { contacts }) => sum + contacts, 0)],
    ["attempts", attempts.length],
    ["calls placed", calls.length],
    ["  whose answer was lost or too late", lost.length],
    ["attempts found never placed", ended("not_placed")],
    ["calls taken back", ended("cancelled")],
    ["pauses confirmed", pauses.length],
    ["resumptions", resumed],
    ["requests", carrier.requests],
    ["  that met a fault", faults(carrier)],
    ["rows hidden by lagging lists", carrier.lists.hidden],
    ["rows repeated across pages", carrier.lists.repeated],
    ["times the soak itself stood still", carrier.stalls.count],
  ]);
}

function faults({ courses }: FaultyCarrier): number {
  return [...courses]
    .filter(([name]) => !name.endsWith("answered at once"))
    .reduce((sum, [, count]) => sum + count, 0);
}

export function added(rounds: readonly Figures[]): Figures {
  const sums = new Map<string, number>();
  for (const [name, value] of rounds.flatMap((figures) => [...figures])) {
    sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return sums;
}

/** What was counted, and how often each promise was broken. */
export function closingTable(figures: Figures, broken: readonly BrokenPromise[]): string {
  const times = PROMISES.map(
    (name) => [name, broken.filter(({ promise }) => promise === name).length] as const,
  );
  const rows = [...figures, ["", null] as const, ["Promises broken", null] as const, ...times];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows
    .map(([name, value]) => name.padEnd(width) + (value === null ? "" : String(value).padStart(7)))
    .map((line) => line.trimEnd())
    .join("\n");
}
