import type { PhoneNumber } from "../../src/shared/phone-number";
import type {
  CallFailure,
  CallOrder,
  CallReport,
  Carrier,
  Fault,
  Placement,
  Reports,
  Search,
} from "../../src/main/dialing/ports";
import type { FakeClock } from "./fake-clock";

/** What becomes of one dial. Times are milliseconds. */
export interface CallScript {
  readonly queued?: number;
  readonly rings?: number;
  /** Null: nobody answers. */
  readonly talks?: number | null;
  /** How a call ends that nobody answered. */
  readonly unanswered?: "no_answer" | "busy" | "failed";
  readonly answeredBy?: CallReport["answeredBy"];
  readonly failure?: CallFailure;
  /** Instead of all that: nothing is placed. */
  readonly refusal?: Fault;
  /** "lost": placed, but the answer does not come. "lost-on-the-way": never placed. */
  readonly answer?: "comes" | "lost" | "lost-on-the-way";
  /** From the request to the moment that the carrier has the call, and from there to the answer. */
  readonly arrivesAfter?: number;
  readonly answersAfter?: number;
}

/** A call as it truly is, in the world's time. */
export interface TrueCall {
  readonly sid: string;
  readonly order: CallOrder;
  readonly createdAt: number;
  readonly ringsAt: number;
  readonly answeredAt: number | null;
  endsAt: number;
  cancelled: boolean;
  readonly script: CallScript;
}

export type Scripting = (order: CallOrder, dial: number) => CallScript;

const CARRIER_DOWN: Fault = { kind: "carrier", reason: "503", retryAfterMs: null };

/** A carrier in virtual time whose calls go as a script says, and which knows the truth of them. */
export class ScriptedCarrier implements Carrier {
  readonly calls: TrueCall[] = [];
  private readonly bySid = new Map<string, TrueCall>();
  private readonly byNumber = new Map<PhoneNumber, TrueCall[]>();
  requests = 0;
  looks = 0;
  /** While set, everything but placing answers with it. */
  fault: Fault | null = null;
  /** Its lists do not show a call before it is so old. */
  listLag = 0;
  /** Called with each order at the moment that it is sent. */
  onRequest: (order: CallOrder) => void = () => {};
  /** Called with each call at the moment that the carrier has it. */
  onCall: (call: TrueCall) => void = () => {};
  private dials = 0;

  constructor(
    private readonly clock: FakeClock,
    public script: Scripting,
  ) {}

  async place(order: CallOrder): Promise<Placement> {
    this.requests += 1;
    this.onRequest(order);
    const script = this.script(order, this.dials++);
    await this.pass(script.arrivesAfter);
    if (script.refusal) return { kind: "refused", fault: script.refusal };
    const reached = script.answer !== "lost-on-the-way";
    const call = reached ? this.take(order, script) : null;
    await this.pass(script.answersAfter);
    if (!call || script.answer === "lost") return { kind: "ambiguous", reason: "timed out" };
    return { kind: "placed", report: this.reportOf(call) };
  }

  async reports(asked: readonly { sid: string }[]): Promise<Reports> {
    this.requests += 1;
    this.looks += 1;
    if (this.fault) return { kind: "failed", fault: this.fault, requests: 1 };
    const found = asked.map(({ sid }) => this.bySid.get(sid));
    return {
      kind: "reports",
      reports: found
        .filter((call) => call !== undefined)
        .filter(this.isListed)
        .map(this.reportOf),
      unknown: asked.filter(({ sid }) => !this.bySid.has(sid)).map(({ sid }) => sid),
      requests: 1,
    };
  }

  async search(lost: { to: PhoneNumber; from: PhoneNumber; since: number }): Promise<Search> {
    this.requests += 1;
    if (this.fault) return { kind: "failed", fault: this.fault };
    const reports = (this.byNumber.get(lost.to) ?? [])
      .filter((call) => call.order.from === lost.from)
      .filter(this.isListed)
      .map(this.reportOf)
      .filter(({ createdAt }) => (createdAt ?? 0) >= lost.since);
    return { kind: "found", reports };
  }

  async cancelQueued(sid: string): Promise<Reports> {
    this.requests += 1;
    if (this.fault) return { kind: "failed", fault: this.fault, requests: 1 };
    const call = this.bySid.get(sid);
    if (!call) return { kind: "reports", reports: [], unknown: [sid], requests: 1 };
    const now = this.clock.world();
    if (now < call.ringsAt && now < call.endsAt) {
      call.cancelled = true;
      call.endsAt = now;
    }
    return { kind: "reports", reports: [this.reportOf(call)], unknown: [], requests: 1 };
  }

  /** As the carrier would no longer know it. */
  forget(sid: string): void {
    this.bySid.delete(sid);
  }

  goDown(): void {
    this.fault = CARRIER_DOWN;
  }

  comeBack(): void {
    this.fault = null;
  }

  activeAt(moment: number): readonly TrueCall[] {
    return this.calls.filter(({ createdAt, endsAt }) => createdAt <= moment && moment < endsAt);
  }

  private take(order: CallOrder, script: CallScript): TrueCall {
    const createdAt = this.clock.world();
    const ringsAt = createdAt + (script.queued ?? 100);
    const talks = script.talks === undefined ? 20_000 : script.talks;
    const ringing = Math.min(script.rings ?? 5_000, order.ringTimeoutSeconds * 1_000);
    const answeredAt = talks === null ? null : ringsAt + ringing;
    const talking = Math.min(talks ?? 0, order.callTimeoutMinutes * 60_000);
    const call: TrueCall = {
      sid: `CA${String(this.calls.length + 1).padStart(32, "0")}`,
      order,
      createdAt,
      ringsAt,
      answeredAt,
      endsAt: ringsAt + ringing + talking,
      cancelled: false,
      script,
    };
    this.calls.push(call);
    this.bySid.set(call.sid, call);
    const earlier = this.byNumber.get(order.to);
    if (earlier) earlier.push(call);
    else this.byNumber.set(order.to, [call]);
    this.onCall(call);
    return call;
  }

  private readonly isListed = (call: TrueCall): boolean =>
    this.clock.world() - call.createdAt >= this.listLag;

  private readonly reportOf = (call: TrueCall): CallReport => {
    const now = this.clock.world();
    const over = now >= call.endsAt;
    const answered = call.answeredAt !== null && now >= call.answeredAt && !call.cancelled;
    return {
      sid: call.sid,
      status: this.statusOf(call, now),
      createdAt: this.toldMoment(call.createdAt),
      startedAt: now >= call.ringsAt ? this.toldMoment(call.ringsAt) : null,
      endedAt: over ? this.toldMoment(call.endsAt) : null,
      durationSeconds:
        over && answered ? Math.ceil((call.endsAt - (call.answeredAt ?? 0)) / 1_000) : null,
      answeredBy: over && answered ? (call.script.answeredBy ?? null) : null,
      failure: over && !call.cancelled ? (call.script.failure ?? null) : null,
    };
  };

  private statusOf(call: TrueCall, now: number): CallReport["status"] {
    if (now >= call.endsAt) {
      if (call.cancelled) return "cancelled";
      return call.answeredAt === null ? (call.script.unanswered ?? "no_answer") : "completed";
    }
    if (now < call.ringsAt) return "queued";
    return call.answeredAt !== null && now >= call.answeredAt ? "in_progress" : "ringing";
  }

  /** To the second, as carriers tell it, and by the wall clock as it stands now. */
  private toldMoment(moment: number): number {
    const wall = this.clock.now() - (this.clock.world() - moment);
    return Math.floor(wall / 1_000) * 1_000;
  }

  private pass(milliseconds = 0): Promise<void> {
    if (milliseconds === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.clock.schedule(milliseconds, resolve);
    });
  }
}
