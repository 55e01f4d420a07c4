import type { PauseReason } from "../../shared/campaign";
import type { PhoneNumber } from "../../shared/phone-number";
import type { AccountPace } from "./account-share";
import type { ActivityLog } from "./activity-log";
import { backOffActivity } from "./activity-words";
import type { BackOff } from "./back-off";
import type { CallLog } from "./call-log";
import { accountPause } from "./caller-id";
import type { CampaignRun, OpenCall } from "./campaign-run";
import { BREAKER_TRIPPED } from "./circuit-breaker";
import { startLimits } from "./contact-gates";
import type { DialerEnvironment } from "./environment";
import type { FollowingBudget } from "./following";
import { GroupCommit } from "./group-commit";
import type { OpenCalls } from "./open-calls";
import { LATEST_SEND } from "./pacing";
import type { Claim, ClaimResult, Fault, Placement, ReadyContact } from "./ports";
import type { StoreHealth } from "./store-health";

export interface PlacingParts {
  readonly env: DialerEnvironment;
  readonly calls: OpenCalls;
  readonly log: CallLog;
  readonly activityLog: ActivityLog;
  readonly health: StoreHealth;
  readonly accountPace: AccountPace;
  readonly backOff: BackOff;
  readonly budget: FollowingBudget;
  /** A contact's claim is settled, or a limit has changed: see who may be called. */
  readonly onSettled: () => void;
  /** A number that was to be called is not: other campaigns may. */
  readonly onFreed: (number: PhoneNumber) => void;
  readonly onLost: () => void;
  readonly onPlaced: () => void;
  readonly pause: (run: CampaignRun, reason: PauseReason) => void;
  /** The computer is about to sleep: what is sent now might never be answered. */
  readonly isAsleep: () => boolean;
  readonly isWithinHours: (run: CampaignRun, contact: ReadyContact) => boolean;
}

/** Claim, place, keep the SID: the way of one call to the carrier. */
export class Placing {
  private readonly claims: GroupCommit<Claim, ClaimResult>;
  /** Monotonic. */
  private contactsChangedAt = -Infinity;

  constructor(private readonly parts: PlacingParts) {
    this.claims = new GroupCommit((claims) => parts.env.store.claim(claims));
  }

  /** Rules or contacts have changed: whoever was claimed by those of before, and is not sent, is looked at anew. */
  contactsChanged(): void {
    this.contactsChangedAt = this.parts.env.clock.monotonic();
  }

  /** Returns at once; the run tells when its placements have settled. */
  start(run: CampaignRun, from: PhoneNumber, contact: ReadyContact): void {
    run.claiming += 1;
    this.parts.calls.hold(contact.phone);
    run.track(this.claimAndPlace(run, from, contact));
  }

  private async claimAndPlace(run: CampaignRun, from: PhoneNumber, contact: ReadyContact) {
    const call = await this.claim(run, from, contact);
    if (!call) return;
    const { log, env } = this.parts;
    try {
      await this.untilMaySend(run);
      if (this.maySend(call, contact)) await this.place(call);
      else await log.happened(call, { kind: "taken-back" });
    } catch (fault) {
      env.log.error("A placed call could not be written down", fault);
    }
  }

  private async claim(run: CampaignRun, from: PhoneNumber, contact: ReadyContact) {
    const { env, calls, health, onSettled, onFreed } = this.parts;
    const startedAt = env.clock.monotonic();
    let claimed: ClaimResult | null = null;
    try {
      claimed = await this.claims.add({
        campaignId: run.id,
        contactId: contact.contactId,
        number: contact.attempts + 1,
        to: contact.phone,
        from,
        at: env.clock.now(),
        timeZones: contact.timeZones,
        startsAtMost: startLimits(env.contactRules(), env.clock.now()),
      });
    } catch (fault) {
      health.fault("an intent was not written, so the call was not placed", fault);
    }
    run.claiming -= 1;
    calls.release(contact.phone);
    run.contacts.settled(contact, claimed?.kind ?? "failed");
    onSettled();
    if (claimed?.kind !== "claimed") {
      onFreed(contact.phone);
      return null;
    }
    const call: OpenCall = { run, attempt: claimed.attempt, startedAt, seenActiveAt: null };
    calls.add(call);
    run.breaker.dialed(call.attempt.id, startedAt);
    return call;
  }

  private async untilMaySend(run: CampaignRun): Promise<void> {
    const { env, accountPace } = this.parts;
    const now = env.clock.monotonic();
    const sendAt = run.pacer.sendAt(accountPace.sendAt(now, env.accountLimits()));
    if (sendAt <= now) return;
    await new Promise<void>((resolve) => {
      env.clock.schedule(Math.ceil(sendAt - now), resolve);
    });
  }

  /** Its intent took its time to the disk: calling hours may have ended, or the rules changed. */
  private maySend(call: OpenCall, contact: ReadyContact): boolean {
    const { isAsleep, isWithinHours } = this.parts;
    const { run } = call;
    if (call.startedAt <= this.contactsChangedAt) return false;
    return run.dialing && !isAsleep() && !this.isStale(call) && isWithinHours(run, contact);
  }

  /** The computer slept, or the disk stalled, since the intent was dated. */
  private isStale({ attempt }: OpenCall): boolean {
    return this.parts.env.clock.now() - attempt.intentAt > LATEST_SEND;
  }

  private async place(call: OpenCall): Promise<void> {
    const { env, log, backOff, budget, onLost, onPlaced } = this.parts;
    const placement = await this.ask(call);
    switch (placement.kind) {
      case "placed":
        backOff.wentWell();
        budget.placed();
        await log.happened(call, placement);
        return onPlaced();
      case "refused":
        await log.happened(call, placement);
        return this.heed(call, placement.fault);
      case "ambiguous":
        env.log.warn("The answer to a placed call was lost; the carrier is asked for the call.");
        await log.happened(call, { kind: "answer-lost" });
        this.carrierFailed(call, { reason: placement.reason, retryAfterMs: null });
        return onLost();
    }
  }

  /** Whatever happens on the way, nobody may take the call as not placed. */
  private async ask({ attempt, run }: OpenCall): Promise<Placement> {
    try {
      return await this.parts.env.carrier.place({
        attemptId: attempt.id,
        campaignId: attempt.campaignId,
        contactId: attempt.contactId,
        to: attempt.to,
        from: attempt.from,
        ringTimeoutSeconds: run.settings.ringTimeoutSeconds,
        callTimeoutMinutes: run.settings.callTimeoutMinutes,
        machineDetection: run.settings.machineDetection,
        machineReaction: run.settings.machineReaction,
      });
    } catch (fault) {
      this.parts.env.log.error("Placing a call threw", fault);
      return { kind: "ambiguous", reason: "The answer could not be read." };
    }
  }

  private heed(call: OpenCall, fault: Fault): void {
    switch (fault.kind) {
      case "contact":
        return this.parts.backOff.wentWell();
      case "account":
        return this.parts.pause(call.run, accountPause(fault));
      case "carrier":
        return this.carrierFailed(call, fault);
    }
  }

  private carrierFailed(
    { run, attempt }: OpenCall,
    fault: { readonly reason: string; readonly retryAfterMs: number | null },
  ): void {
    const { env, backOff, activityLog, onSettled } = this.parts;
    const now = env.clock.monotonic();
    run.breaker.failed(attempt.id, now);
    if (run.breaker.tripped) this.parts.pause(run, BREAKER_TRIPPED);
    const { first } = backOff.fault(now, fault);
    onSettled();
    if (first) void activityLog.note(run.id, backOffActivity(fault.reason));
  }
}
