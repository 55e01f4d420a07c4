import { Temporal } from "temporal-polyfill";
import type { CampaignId } from "../../src/shared/ids";
import { LATEST_SEND } from "../../src/main/dialing/pacing";
import type { CallOrder } from "../../src/main/dialing/ports";
import type { RetriedOutcome } from "../../src/shared/retry-rules";
import { DISK_FULL, type DialingStage } from "./dialing-stage";
import type { TrueCall } from "./scripted-carrier";

interface Jump {
  readonly at: number;
  readonly forward: number;
}

/** Holds what truly happens at the carrier against what the engine promises. */
export class PromiseWatch {
  private readonly broken: string[] = [];
  private readonly halted = new Set<CampaignId>();
  private readonly requests = new Map<CampaignId, number[]>();
  private readonly dials = new Map<string, TrueCall[]>();
  private readonly numbers = new Map<string, TrueCall>();
  private readonly jumps: Jump[] = [];
  private readonly kills: number[] = [];
  /** Since when a number is on the do-not-call list. */
  private readonly suppressions = new Map<string, number>();
  wasSetBack = false;
  hasSlept = false;
  private isAsleep = false;

  constructor(private readonly stage: DialingStage) {
    stage.carrier.onRequest = (order) => this.requested(order);
    stage.carrier.onCall = (call) => this.called(call);
  }

  stopped(id: CampaignId): void {
    this.halted.add(id);
  }

  resumed(id: CampaignId): void {
    this.halted.delete(id);
  }

  killed(): void {
    this.kills.push(this.now);
  }

  fellAsleep(): void {
    this.hasSlept = true;
    this.isAsleep = true;
  }

  woke(): void {
    this.isAsleep = false;
  }

  suppressed(phone: string): void {
    if (!this.suppressions.has(phone)) this.suppressions.set(phone, this.now);
  }

  jumped(milliseconds: number): void {
    this.wasSetBack ||= milliseconds < 0;
    this.jumps.push({ at: this.now, forward: Math.max(0, milliseconds) });
  }

  /** After each step: what happened, and whether the counters count what is there. */
  async check(ids: readonly CampaignId[]): Promise<void> {
    for (const id of ids) await this.checkFigures(id);
    const problems = this.stage.problems.splice(0);
    this.broken.push(...problems.filter((problem) => !problem.includes(DISK_FULL)));
    if (this.broken.length > 0) throw new Error(this.broken.join("\n"));
  }

  /** At the end: every contact has ended, and nothing is open. */
  async checkEnd(ids: readonly CampaignId[]): Promise<void> {
    for (const id of ids) {
      const status = this.stage.store.status(id);
      if (!this.stage.hasEnded(id)) this.broken.push(`campaign ${id} does not end: ${status}`);
      if (status !== "COMPLETED") continue;
      const left = this.stage.store
        .contacts(id)
        .filter(({ state }) => state !== "completed" && state !== "failed");
      if (left.length > 0) this.broken.push(`campaign ${id} left out ${left.length} contacts`);
    }
    this.checkAttemptLimits();
    if (this.broken.length > 0) throw new Error(this.broken.join("\n"));
  }

  private get now(): number {
    return this.stage.clock.world();
  }

  private settings(id: CampaignId) {
    return this.stage.store.settings(id);
  }

  private requested(order: CallOrder): void {
    this.checkPace(order.campaignId);
    this.checkCallingHours(order);
    const suppressedFor = this.now - (this.suppressions.get(order.to) ?? Infinity);
    if (suppressedFor > LATEST_SEND && !this.jumpedSince(this.now - suppressedFor)) {
      this.broken.push(`called ${suppressedFor} ms after it came onto the do-not-call list`);
    }
  }

  private jumpedSince(moment: number): boolean {
    return this.jumps.some(({ at }) => at >= moment);
  }

  /** By the clock on the wall of the zone, as the computer's clock had it when the call was decided. */
  private checkCallingHours({ attemptId }: CallOrder): void {
    const { callingHours } = this.stage.rules;
    if (callingHours === null) return;
    const attempt = this.stage.store.attempts.find(({ id }) => id === attemptId)!;
    const local = Temporal.Instant.fromEpochMilliseconds(attempt.intentAt).toZonedDateTimeISO(
      callingHours.timeZone,
    );
    const time = local.toPlainTime().toString().slice(0, 5);
    const isOpen = callingHours.slots.some(
      ({ weekday, from, to }) => weekday === local.dayOfWeek && from <= time && time < to,
    );
    if (!isOpen) this.broken.push(`called at ${local.toString()}`);
  }

  /** Where the clock was set back, dates of starts tell nothing of what lies between them. */
  private checkAttemptLimits(): void {
    if (this.wasSetBack) return;
    const starts = new Map<string, number[]>();
    for (const { to, intentAt, end } of this.stage.store.attempts) {
      if (end?.next.kind === "returned") continue;
      starts.set(to, [...(starts.get(to) ?? []), intentAt]);
    }
    for (const { attempts, hours } of this.stage.rules.attemptLimits) {
      for (const moments of starts.values()) {
        const isTooOften = moments.some(
          (moment, place) => moment - (moments[place - attempts] ?? -Infinity) < hours * 3_600_000,
        );
        if (isTooOften) this.broken.push(`more than ${attempts} calls within ${hours} h`);
      }
    }
  }

  private checkPace(campaignId: CampaignId): void {
    if (this.halted.has(campaignId)) this.broken.push("a call was started after it was stopped");
    if (this.isAsleep) this.broken.push("a call was started after sleep was announced");
    const before = this.requests.get(campaignId) ?? [];
    before.push(this.now);
    this.requests.set(campaignId, before);
    const { callsPerMinute } = this.settings(campaignId);
    const earlier = before[before.length - 1 - callsPerMinute];
    if (earlier === undefined || this.now - earlier >= 60_000) return;
    if (this.cannotBeKnown(earlier)) return;
    this.broken.push(`${callsPerMinute + 1} starts within ${this.now - earlier} ms`);
  }

  /** Restarted and its clock set forward: how long ago the starts were is on no disk. */
  private cannotBeKnown(since: number): boolean {
    const jumped = this.jumps.some(({ at, forward }) => at >= since && forward > 0);
    return jumped && this.kills.some((at) => at >= since);
  }

  private called(call: TrueCall): void {
    const { to, campaignId, contactId } = call.order;
    const onLine = this.numbers.get(to);
    if (onLine && onLine.endsAt > this.now) this.broken.push("a number was called twice at once");
    this.numbers.set(to, call);
    this.checkDial(call, `${campaignId}/${contactId}`);
    this.checkConcurrency(campaignId);
  }

  private checkDial(call: TrueCall, contact: string): void {
    const { maxRetries, retryDelayMinutes, retryRules } = this.settings(call.order.campaignId);
    const earlier = (this.dials.get(contact) ?? []).filter(({ cancelled }) => !cancelled);
    this.dials.set(contact, [...earlier, call]);
    if (earlier.length > maxRetries) this.broken.push("a contact was dialed too often");
    const last = earlier.at(-1);
    if (!last) return;
    const outcome = retriedOutcomeOf(last);
    if (outcome === null) {
      this.broken.push("a contact was dialed after it had answered");
      return;
    }
    const { retries, delaysMinutes } = retryRules[outcome];
    const times = earlier.filter((dial) => retriedOutcomeOf(dial) === outcome).length;
    if (times > (retries ?? maxRetries)) this.broken.push(`retried too often after ${outcome}`);
    const delay = delaysMinutes[times - 1] ?? delaysMinutes.at(-1) ?? retryDelayMinutes;
    const forward = this.jumps
      .filter(({ at }) => at >= last.createdAt)
      .reduce((sum, jump) => sum + jump.forward, 0);
    const gap = this.now - last.endsAt + forward;
    if (gap < delay * 60_000) this.broken.push(`retried ${gap} ms after ${outcome}`);
  }

  private checkConcurrency(id: CampaignId): void {
    const active = this.stage.carrier.activeAt(this.now);
    const ours = active.filter(({ order }) => order.campaignId === id).length;
    if (ours > this.settings(id).maxConcurrentCalls) this.broken.push("too many calls at once");
    const { concurrentCalls } = this.stage.account;
    if (concurrentCalls !== null && active.length > concurrentCalls) {
      this.broken.push("too many calls at once for the account");
    }
  }

  private async checkFigures(id: CampaignId): Promise<void> {
    const figures = await this.stage.store.figures(id);
    const { total, pending, inProgress, completed, failed } = figures;
    if (total !== pending + inProgress + completed + failed) {
      this.broken.push(`${total} are not ${pending} + ${inProgress} + ${completed} + ${failed}`);
    }
    const counted = { pending: 0, in_progress: 0, completed: 0, failed: 0 };
    for (const { state } of this.stage.store.contacts(id)) counted[state] += 1;
    const told = { pending, in_progress: inProgress, completed, failed };
    if (JSON.stringify(told) !== JSON.stringify(counted)) {
      this.broken.push(`${JSON.stringify(told)} is told, ${JSON.stringify(counted)} is true`);
    }
  }
}

/** What truly came of a call, if it may be followed by another. */
function retriedOutcomeOf({ answeredAt, script }: TrueCall): RetriedOutcome | null {
  if (answeredAt !== null) return script.answeredBy === "machine" ? "machine" : null;
  return script.unanswered === "failed" ? "network_error" : (script.unanswered ?? "no_answer");
}
