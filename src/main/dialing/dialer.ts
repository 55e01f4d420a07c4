import { AppFailure, type Result } from "../../shared/app-error";
import type { LiveFigures } from "../../shared/campaign";
import type { AttemptId, CampaignId, ContactId } from "../../shared/ids";
import { resolvedActivity, settingsChangedActivity } from "./activity-words";
import { MOST_CALLS_PER_SECOND } from "./account-share";
import { assemble, type DialerParts } from "./assembly";
import { callerIdFor, accountPause } from "./caller-id";
import type { CampaignRun, OpenCall } from "./campaign-run";
import type { StandingExplained } from "./contact-standings";
import type { DialerEnvironment } from "./environment";
import type { CampaignRecord, OpenAttempt } from "./ports";
import { minutesNeeded, type QuotaCheck } from "./quota";
import { RuleChanges } from "./rule-changes";
import { NOT_SAVED, NOT_THERE, SETTLED_ALREADY, STILL_ASKED } from "./refusals";

export type { DialerEnvironment, DialerLog } from "./environment";
export type { QuotaCheck } from "./quota";

/** Dials the campaigns. What it promises stands in docs/dialing.md. */
export class Dialer {
  private readonly parts: DialerParts;
  private readonly ruleChanges: RuleChanges;

  constructor(private readonly env: DialerEnvironment) {
    this.parts = assemble(env);
    this.ruleChanges = new RuleChanges(env, this.parts.health, () => this.contactsChanged());
  }

  /** After the start: finds out what became of open calls, goes on dialing, minds scheduled starts. */
  async begin(): Promise<void> {
    const { store, clock } = this.env;
    const { minutes, accountPace, follower, reconciler, scheduledStarts, presence } = this.parts;
    const [records, attempts, starts] = await Promise.all([
      store.campaignsToMind(),
      store.openAttempts(),
      store.recentStarts(null, MOST_CALLS_PER_SECOND),
      minutes.check(0, []),
    ]);
    accountPace.restore(starts, { now: clock.now(), monotonic: clock.monotonic() });
    const runs = new Map<CampaignId, CampaignRun>();
    for (const record of records) {
      if (record.status === "DRAFT") scheduledStarts.consider(record);
      else runs.set(record.id, await this.parts.runs.open(record));
    }
    await Promise.all(attempts.map((attempt) => this.takeUp(attempt, runs)));
    for (const record of records) {
      const run = runs.get(record.id);
      if (!run || record.status !== "IN_PROGRESS") continue;
      await presence.cameBack(run);
      void this.goOn(record, run);
    }
    reconciler.arrange();
    void follower.look();
  }

  start(id: CampaignId): Promise<Result<void>> {
    return this.parts.commands.start(id);
  }

  /** Answers when no call can start any more. */
  pause(id: CampaignId): Promise<Result<void>> {
    return this.parts.commands.pause(id);
  }

  resume(id: CampaignId): Promise<Result<void>> {
    return this.parts.commands.resume(id);
  }

  /** Answers when no call can start any more. */
  cancel(id: CampaignId): Promise<Result<void>> {
    return this.parts.commands.cancel(id);
  }

  /** A draft was created, edited or deleted. */
  scheduleChanged(id: CampaignId): void {
    this.parts.scheduledStarts
      .reconsider(id)
      .catch((fault: unknown) => this.env.log.error("A schedule was not read", fault));
  }

  /**
   * Calling hours, the do-not-call list or attempt limits changed: who waits is looked at again.
   * @param what a sentence for the activity log of campaigns that run
   */
  async contactRulesChanged(what: string): Promise<void> {
    this.settingsChanged(what);
    for (const run of this.parts.runs.all()) run.contacts.reconsider();
    await this.ruleChanges.lookAgain();
  }

  /** Contacts were edited: what was read ahead of them may be true no more. */
  contactsChanged(): void {
    this.parts.placing.contactsChanged();
    for (const run of this.parts.runs.all()) run.contacts.forget();
    this.parts.conductor.wake();
  }

  /** An audience has more contacts: campaigns that they have joined go on with them. */
  audienceGrew(): void {
    this.contactsChanged();
    for (const run of this.parts.runs.all()) this.parts.reporter.changed(run);
  }

  /** The supervisor's word on an attempt of which the carrier cannot tell. */
  async resolve(id: AttemptId, wasPlaced: boolean): Promise<Result<void>> {
    const call = this.parts.calls.get(id);
    if (!call) return { ok: false, error: SETTLED_ALREADY };
    if (call.attempt.state !== "unresolved") return { ok: false, error: STILL_ASKED };
    try {
      await this.parts.log.decided(call, { kind: "resolved", wasPlaced });
    } catch {
      return { ok: false, error: NOT_SAVED };
    }
    await this.parts.activityLog.note(call.run.id, resolvedActivity(call.attempt.to, wasPlaced));
    return { ok: true, value: undefined };
  }

  /** @throws AppFailure when there is no such campaign */
  async live(id: CampaignId): Promise<LiveFigures> {
    const record = await this.env.store.campaign(id);
    if (!record) throw new AppFailure(NOT_THERE);
    return this.parts.reporter.figures(record, this.parts.runs.get(id));
  }

  /** What a start of this campaign, or of one with so many contacts, would find of call minutes. */
  async quotaFor(what: CampaignId | { readonly contacts: number }): Promise<QuotaCheck> {
    const running = this.parts.runs.dialing().map((run) => run.id);
    if (typeof what === "object") return this.parts.minutes.check(what.contacts, running);
    const figures = await this.env.store.figures(what);
    const others = running.filter((id) => id !== what);
    return this.parts.minutes.check(minutesNeeded(figures), others);
  }

  /** Every gate of a contact in a campaign; null: the campaign does not call it. */
  whyNotCalled(id: CampaignId, contactId: ContactId): Promise<StandingExplained | null> {
    return this.parts.standings.explain(id, contactId);
  }

  campaignsDialing(): number {
    return this.parts.runs.dialing().length;
  }

  /** The computer is about to sleep: from here on no call starts until it wakes. */
  fallAsleep(): void {
    this.parts.sleep.fallAsleep();
  }

  /** On wake from sleep: what became of the calls is found out before another one starts. */
  async wake(): Promise<void> {
    this.parts.scheduledStarts.look();
    await this.parts.sleep.wake();
  }

  /** A setting that campaigns dial by was changed: those that run say so. */
  settingsChanged(message: string): void {
    const { runs, activityLog, conductor } = this.parts;
    for (const { id } of runs.dialing()) {
      void activityLog.note(id, settingsChangedActivity(message));
    }
    conductor.wake();
  }

  /**
   * Quitting: no new calls; placements on their way have settled and all is on disk when it
   * resolves. Calls go on at the carrier and are followed after the next `begin`.
   */
  async stop(): Promise<void> {
    const { conductor, follower, reconciler, scheduledStarts } = this.parts;
    const { sleep, presence, runs, log } = this.parts;
    scheduledStarts.stop();
    conductor.stop();
    sleep.stop();
    this.ruleChanges.stop();
    log.giveUpWhatFails();
    await this.parts.commands.settled();
    const wereDialing = runs.dialing();
    const opened = [...runs.all()];
    for (const run of opened) run.stopDialing();
    await Promise.all(opened.map((run) => run.placementsSettled()));
    await Promise.all([follower.stop(), reconciler.stop()]);
    await log.settled();
    await presence.left(wereDialing);
    this.parts.reporter.stop();
  }

  /** An intent of which no answer is on disk: the application ended in between. */
  private async takeUp(attempt: OpenAttempt, runs: Map<CampaignId, CampaignRun>): Promise<void> {
    const run = runs.get(attempt.campaignId) ?? (await this.openRun(attempt.campaignId));
    if (!run) return;
    const { clock } = this.env;
    const age = Math.max(0, clock.now() - attempt.intentAt);
    const call = { run, attempt, startedAt: clock.monotonic() - age, seenActiveAt: null };
    this.parts.calls.add(call);
    if (attempt.state === "intent") void this.lost(call);
  }

  private async lost(call: OpenCall): Promise<void> {
    try {
      await this.parts.log.happened(call, { kind: "answer-lost" });
    } catch (fault) {
      this.env.log.error("A lost answer was not written down", fault);
    }
  }

  private async openRun(id: CampaignId): Promise<CampaignRun | null> {
    const record = await this.env.store.campaign(id);
    return record && this.parts.runs.open(record);
  }

  /** A campaign that was dialing when the application ended dials on. */
  private async goOn(record: CampaignRecord, run: CampaignRun): Promise<void> {
    this.parts.commands.dial(run);
    for (let patience = FIRST_PATIENCE; run.dialing; patience *= 2) {
      const answer = await callerIdFor(record.callerId, this.env.callerIds);
      if (answer.kind === "number") {
        run.callerId = answer.number;
        return this.parts.conductor.wake();
      }
      if (answer.fault.kind === "account") {
        return this.parts.commands.pauseFor(run, accountPause(answer.fault));
      }
      const wait = Math.min(LONGEST_PATIENCE, patience);
      await new Promise<void>((resolve) => {
        this.env.clock.schedule(wait, resolve);
      });
    }
  }
}

/** Between tries to ask the account for its caller ID. */
const FIRST_PATIENCE = 1_000;
const LONGEST_PATIENCE = 60_000;
