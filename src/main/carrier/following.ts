import type { CallInstance, CallPage } from "twilio/lib/rest/api/v2010/account/call";
import { MINUTE, SECOND, type Instant } from "../../shared/instant";
import type { CallReport, Fault, Reports } from "../dialing/ports";
import { reportOf } from "./call-report";
import type { Connection } from "./connection";
import type { RequestTally } from "./request-tally";
import { faultFrom } from "./error-classes";
import type { MachineReactions } from "./machine-reactions";
import { failureOf } from "./request-failure";

export interface FollowedCall {
  readonly sid: string;
  readonly placedAt: Instant;
}

/** Twilio's largest page. */
const PAGE_SIZE = 1_000;
/** So few are cheaper asked for one by one than looked for in another list. */
const FEW = 2;
/** Calls asked for one by one in a round; the others' turn comes in the next. */
const MOST_FETCHES = 20;
/** By so much clocks may differ unnoticed. More would make each list longer by the calls of that time. */
const SKEW = 15 * SECOND;
/** A call that the carrier does not know yet, so soon after it was placed, it will know later. */
const SETTLING_TIME = MINUTE;

/**
 * What became of these calls, by lists: the calls that started since the oldest of them was placed
 * are one request, up to a thousand of them. Queued calls have no start and are another list. What
 * neither shows is asked for by its SID: calls that were taken back before they were dialed, and
 * those that the list does not show yet. A call that the answer leaves out has no news.
 */
export async function followCalls(
  connection: Connection,
  reactions: MachineReactions,
  calls: readonly FollowedCall[],
): Promise<Reports> {
  const round = new FollowingRound(connection, reactions, calls);
  return round.run();
}

class FollowingRound {
  private readonly tally: RequestTally;
  private readonly awaited: Map<string, FollowedCall>;
  private readonly reports: CallReport[] = [];
  private readonly unknown: string[] = [];
  private fault: Fault | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly reactions: MachineReactions,
    calls: readonly FollowedCall[],
  ) {
    this.tally = connection.tally();
    this.awaited = new Map(calls.map((call) => [call.sid, call]));
  }

  async run(): Promise<Reports> {
    try {
      if (this.awaited.size > 1) await this.readStarted();
      if (this.awaited.size > FEW) await this.readQueued();
      await this.fetchRest();
    } catch (thrown) {
      this.fault = faultFrom(thrown);
    }
    const reports = await this.completed();
    const { unknown, fault } = this;
    const requests = this.tally.count;
    // What was learned before a fault is worth telling; the fault shows again in the next round.
    const learnedNothing = reports.length === 0 && unknown.length === 0;
    return fault && learnedNothing
      ? { kind: "failed", fault, requests }
      : { kind: "reports", reports, unknown, requests };
  }

  private async readStarted(): Promise<void> {
    const startTimeAfter = new Date(this.earliestStart());
    let page: CallPage | undefined = await this.tally.ask((client) =>
      client.calls.page({ startTimeAfter, pageSize: PAGE_SIZE }),
    );
    while (page !== undefined) {
      this.read(page.instances);
      // Newest first: what the last pages would still tell is cheaper asked for by name.
      if (page.nextPageUrl === undefined || this.awaited.size <= FEW) return;
      const current: CallPage = page;
      page = (await this.tally.ask(async () => current.nextPage())) as CallPage | undefined;
    }
  }

  private async readQueued(): Promise<void> {
    const page = await this.tally.ask((client) =>
      client.calls.page({ status: "queued", pageSize: PAGE_SIZE }),
    );
    this.read(page.instances);
  }

  private async fetchRest(): Promise<void> {
    const rest = [...this.awaited.values()].sort((a, b) => a.placedAt - b.placedAt);
    for (const call of rest.slice(0, MOST_FETCHES)) await this.fetch(call);
  }

  private async fetch({ sid, placedAt }: FollowedCall): Promise<void> {
    try {
      this.read([await this.tally.ask((client) => client.calls(sid).fetch())]);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.kind !== "answered" || failure.status !== 404) throw thrown;
      if (this.connection.clock.here() - placedAt < SETTLING_TIME) return;
      this.unknown.push(sid);
    }
  }

  /** A row may come twice where pages shift; the first one counts. */
  private read(rows: readonly CallInstance[]): void {
    for (const row of rows) {
      if (!this.awaited.has(row.sid)) continue;
      const report = reportOf(row, this.connection.clock);
      if (report === null) continue;
      this.awaited.delete(report.sid);
      this.reports.push(report);
    }
  }

  /**
   * Adds what rows do not hold: why a call failed; without it there is no news of that call. And
   * reacts where a machine has answered.
   */
  private async completed(): Promise<readonly CallReport[]> {
    const completed: CallReport[] = [];
    for (const report of this.reports) {
      await this.reactions.heard(report, this.tally);
      try {
        completed.push(await withFailure(this.connection, this.tally, report));
      } catch (thrown) {
        this.fault = faultFrom(thrown);
      }
    }
    return completed;
  }

  /** By the carrier's clock: before that none of these calls can have started. */
  private earliestStart(): Instant {
    const placed = [...this.awaited.values()].map((call) => call.placedAt);
    return this.connection.clock.toTheirs(Math.min(...placed) - SKEW);
  }
}

/** @throws RequestFailed when the cause of a failed call is to be asked for again */
export async function withFailure(
  { failureReasons }: Connection,
  tally: RequestTally,
  report: CallReport,
): Promise<CallReport> {
  if (report.status !== "failed") return report;
  return { ...report, failure: await failureReasons.of(report.sid, tally) };
}
