import type { CallLog } from "./call-log";
import type { DialerEnvironment } from "./environment";
import type { OpenCall } from "./campaign-run";
import type { OpenCalls } from "./open-calls";
import type { Search, Timer } from "./ports";
import { judge, lostSince, type Finding } from "./reconcile";

export interface ReconcilerParts {
  readonly env: DialerEnvironment;
  readonly calls: OpenCalls;
  readonly log: CallLog;
  /** It was found and goes on. */
  readonly onFound: (call: OpenCall) => void;
  /** The carrier cannot tell; the supervisor has to. */
  readonly onUnresolved: (call: OpenCall) => void;
}

interface Trail {
  /** Monotonic. */
  readonly begun: number;
  absences: number;
  looks: number;
  nextAt: number;
  looking: boolean;
}

/** Searches under way at once: enough to get on, and no storm of requests after a crash. */
const AT_ONCE = 4;

/** Asks the carrier what became of calls whose answer was lost, until it is known. */
export class Reconciler {
  private readonly trails = new Map<OpenCall, Trail>();
  private readonly looks = new Set<Promise<void>>();
  private timer: Timer | null = null;
  private stopped = false;

  constructor(private readonly parts: ReconcilerParts) {}

  /** Calls have been lost, or a look is over: the next look is set. */
  readonly arrange = (): void => {
    this.timer?.cancel();
    this.timer = null;
    if (this.stopped) return;
    this.takeUp();
    const now = this.parts.env.clock.monotonic();
    for (const [call, trail] of this.trails) {
      if (this.looks.size >= AT_ONCE) return;
      if (!trail.looking && trail.nextAt <= now) this.startLook(call, trail);
    }
    const next = Math.min(
      ...[...this.trails.values()].map((t) => (t.looking ? Infinity : t.nextAt)),
    );
    if (next === Infinity) return;
    this.timer = this.parts.env.clock.schedule(Math.ceil(next - now), this.arrange);
  };

  /** One look for each lost call, now. */
  async lookNow(): Promise<void> {
    this.takeUp();
    const now = this.parts.env.clock.monotonic();
    for (const trail of this.trails.values()) trail.nextAt = now;
    const before = [...this.trails].map(([call, { looks }]) => ({ call, looks }));
    this.arrange();
    const pending = () => before.some(({ call, looks }) => this.trails.get(call)?.looks === looks);
    while (pending() && this.looks.size > 0) await Promise.race(this.looks);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.timer?.cancel();
    await Promise.allSettled(this.looks);
  }

  private takeUp(): void {
    const { calls, env } = this.parts;
    const now = env.clock.monotonic();
    for (const call of calls.lost) {
      if (this.trails.has(call) || call.attempt.sid !== null) continue;
      this.trails.set(call, { begun: now, absences: 0, looks: 0, nextAt: now, looking: false });
    }
    for (const call of this.trails.keys()) if (!calls.lost.has(call)) this.trails.delete(call);
  }

  private startLook(call: OpenCall, trail: Trail): void {
    trail.looking = true;
    const look = this.look(call, trail)
      .catch((fault: unknown) => {
        this.parts.env.log.error("Looking for a lost call failed", fault);
        trail.nextAt = this.parts.env.clock.monotonic() + 60_000;
      })
      .finally(() => {
        trail.looking = false;
        trail.looks += 1;
        this.looks.delete(look);
        this.arrange();
      });
    this.looks.add(look);
  }

  private async look(call: OpenCall, trail: Trail): Promise<void> {
    const { env, calls, log, onFound } = this.parts;
    const { to, from, intentAt } = call.attempt;
    const age = env.clock.monotonic() - call.startedAt;
    const since = lostSince(intentAt, age, env.clock.now());
    const search = await env.carrier.search({ to, from, since });
    const owned = await this.owned(search);
    if (!calls.lost.has(call)) return;
    const now = env.clock.monotonic();
    const finding = judge({ ...trail, since, sought: now - trail.begun }, search, owned);
    switch (finding.kind) {
      case "placed":
        await log.happened(call, finding);
        return onFound(call);
      case "not-placed":
        return log.happened(call, finding);
      case "look-again":
        if (search.kind === "found") trail.absences += 1;
        return this.lookAgain(call, trail, finding);
    }
  }

  private async lookAgain(call: OpenCall, trail: Trail, finding: Finding & { kind: "look-again" }) {
    const { env, log, onUnresolved } = this.parts;
    trail.nextAt = env.clock.monotonic() + finding.after;
    if (!finding.cannotBeKnown || call.attempt.state === "unresolved") return;
    await log.happened(call, { kind: "cannot-be-known" });
    onUnresolved(call);
  }

  private async owned(search: Search): Promise<ReadonlySet<string>> {
    if (search.kind === "failed" || search.reports.length === 0) return new Set();
    const sids = search.reports.map(({ sid }) => sid);
    return new Set(await this.parts.env.store.ownedSids(sids));
  }
}
