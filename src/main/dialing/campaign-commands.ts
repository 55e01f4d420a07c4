import { AppFailure, type AppError, type Result } from "../../shared/app-error";
import type { PauseReason } from "../../shared/campaign";
import type { CampaignId } from "../../shared/ids";
import { callerIdFor, callerIdRefusal } from "./caller-id";
import { changedStatus, type CampaignAction } from "./campaign-lifecycle";
import type { CampaignRun } from "./campaign-run";
import type { CampaignRuns } from "./campaign-runs";
import type { Conductor } from "./conductor";
import type { DialerEnvironment } from "./environment";
import type { MinutesBook } from "./minutes-book";
import type { CampaignRecord } from "./ports";
import { minutesNeeded, quotaRefusal } from "./quota";
import { NOBODY_TO_CALL, NOT_SAVED, NOT_THERE } from "./refusals";
import { Serial } from "./serial";
import type { StoreHealth } from "./store-health";
import type { TakingBack } from "./taking-back";
import {
  cancelledActivity,
  completedActivity,
  pausedActivity,
  resumedActivity,
  startedActivity,
} from "./activity-words";

export interface CommandParts {
  readonly env: DialerEnvironment;
  readonly health: StoreHealth;
  readonly runs: CampaignRuns;
  readonly conductor: Conductor;
  readonly minutes: MinutesBook;
  readonly takingBack: TakingBack;
  readonly onStatus: (run: CampaignRun | null, id: CampaignId) => void;
}

const DONE: Result<void> = { ok: true, value: undefined };

const BY_THE_SUPERVISOR: PauseReason = {
  kind: "supervisor",
  message: "Paused by the supervisor.",
};

/** Start, pause, resume, cancel, complete: one at a time for each campaign. */
export class CampaignCommands {
  private readonly queues = new Map<CampaignId, Serial>();
  /** Two campaigns that start at once must not both be given the same minutes. */
  private readonly quotaChecks = new Serial();

  constructor(private readonly parts: CommandParts) {}

  start(id: CampaignId): Promise<Result<void>> {
    return this.inTurn(id, "start", (record) => this.setOff(record, "start"));
  }

  resume(id: CampaignId): Promise<Result<void>> {
    return this.inTurn(id, "resume", (record) => this.setOff(record, "resume"));
  }

  /** Answers when no call can start any more. */
  pause(id: CampaignId, reason: PauseReason = BY_THE_SUPERVISOR): Promise<Result<void>> {
    return this.inTurn(id, "pause", (record) => this.halt(record, "pause", reason));
  }

  /** Answers when no call can start any more. */
  cancel(id: CampaignId): Promise<Result<void>> {
    return this.inTurn(id, "cancel", (record) => this.halt(record, "cancel", null));
  }

  /** Pauses a campaign that cannot go on; returns at once, and no call starts from here on. */
  pauseFor(run: CampaignRun, reason: PauseReason): void {
    if (!run.dialing) return;
    this.stopDialing(run);
    void this.pause(run.id, reason).then((result) => {
      if (!result.ok) this.parts.env.log.warn(`A campaign was not paused: ${result.error.message}`);
    });
  }

  /** Every contact is completed or failed: the campaign is, too. */
  async completeIfDone(run: CampaignRun): Promise<void> {
    if (run.completing) return;
    run.completing = true;
    try {
      const result = await this.inTurn(run.id, "complete", () => this.complete(run));
      if (!result.ok) this.lookAgain(run);
    } finally {
      run.completing = false;
    }
  }

  async settled(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.settled()));
  }

  private inTurn(
    id: CampaignId,
    action: CampaignAction,
    work: (record: CampaignRecord) => Promise<Result<void>>,
  ): Promise<Result<void>> {
    const queue = this.queues.get(id) ?? new Serial();
    this.queues.set(id, queue);
    return queue.run(async () => {
      try {
        const record = await this.parts.env.store.campaign(id);
        if (!record) return refused(NOT_THERE);
        const allowed = changedStatus(record.status, action);
        return allowed.ok ? await work(record) : allowed;
      } catch (fault) {
        this.parts.health.fault(`a campaign was not changed (${action})`, fault);
        return refused(fault instanceof AppFailure ? fault.error : NOT_SAVED);
      }
    });
  }

  private async setOff(record: CampaignRecord, action: "start" | "resume"): Promise<Result<void>> {
    const { env } = this.parts;
    const figures = await env.store.figures(record.id);
    if (figures.total === 0) return refused(NOBODY_TO_CALL);
    const callerId = await callerIdFor(record.callerId, env.callerIds);
    if (callerId.kind === "failed") return refused(callerIdRefusal(callerId.fault));
    const run = await this.parts.runs.open(record);
    const outcome = await this.quotaChecks.run(async () => {
      const others = this.parts.runs.dialing().map(({ id }) => id);
      const check = await this.parts.minutes.check(minutesNeeded(figures), others);
      if (!check.enough) return refused(quotaRefusal(check));
      await env.store.changeCampaign(record.id, {
        status: "IN_PROGRESS",
        pauseReason: null,
        at: env.clock.now(),
        activity: action === "start" ? startedActivity(figures, record.dialing) : resumedActivity(),
        startProblem: null,
      });
      run.callerId = callerId.number;
      this.dial(run);
      return DONE;
    });
    if (outcome.ok) this.parts.onStatus(run, record.id);
    return outcome;
  }

  /** Lets a campaign dial that is IN_PROGRESS on disk. */
  dial(run: CampaignRun): void {
    run.dial(this.parts.env.clock.monotonic());
    this.parts.conductor.turns.join(run);
    this.parts.conductor.wake();
  }

  private stopDialing(run: CampaignRun): void {
    run.stopDialing();
    this.parts.conductor.turns.leave(run);
  }

  private async halt(
    record: CampaignRecord,
    action: "pause" | "cancel",
    reason: PauseReason | null,
  ): Promise<Result<void>> {
    const { env, runs, takingBack, onStatus } = this.parts;
    const run = runs.get(record.id);
    if (run) this.stopDialing(run);
    try {
      await env.store.changeCampaign(record.id, {
        status: action === "pause" ? "PAUSED" : "CANCELLED",
        pauseReason: reason,
        at: env.clock.now(),
        activity: reason ? pausedActivity(reason) : cancelledActivity(),
      });
    } catch (fault) {
      if (run && record.status === "IN_PROGRESS") this.dial(run);
      throw fault;
    }
    onStatus(run, record.id);
    if (run) {
      await run.placementsSettled();
      await takingBack.allOf(run);
    }
    return DONE;
  }

  private lookAgain(run: CampaignRun): void {
    run.contacts.lookAgainIn(LOOK_AGAIN);
    this.parts.conductor.wake();
  }

  private async complete(run: CampaignRun): Promise<Result<void>> {
    const { env, onStatus } = this.parts;
    if (!run.dialing) return DONE;
    const figures = await env.store.figures(run.id);
    if (figures.pending + figures.inProgress > 0) {
      this.lookAgain(run);
      return DONE;
    }
    await env.store.changeCampaign(run.id, {
      status: "COMPLETED",
      pauseReason: null,
      at: env.clock.now(),
      activity: completedActivity(figures),
    });
    this.stopDialing(run);
    onStatus(run, run.id);
    return DONE;
  }
}

/** Not completed, although nobody is ready or waits, as far as the store said: asked again. */
const LOOK_AGAIN = 5_000;

const refused = (error: AppError): Result<void> => ({ ok: false, error });
