import type { PauseReason } from "../../shared/campaign";
import type { CampaignId } from "../../shared/ids";
import type { PhoneNumber } from "../../shared/phone-number";
import { AccountPace } from "./account-share";
import { ActivityLog } from "./activity-log";
import { unresolvedActivity } from "./activity-words";
import { BackOff } from "./back-off";
import { CallLog, type CallLogListener } from "./call-log";
import { CampaignCommands } from "./campaign-commands";
import type { CampaignRun, OpenCall } from "./campaign-run";
import { CampaignRuns } from "./campaign-runs";
import { BREAKER_TRIPPED } from "./circuit-breaker";
import { Conductor } from "./conductor";
import { isWithinCallingHours } from "./contact-gates";
import { ContactStandings } from "./contact-standings";
import type { DialerEnvironment } from "./environment";
import { Follower } from "./follower";
import { FollowingBudget } from "./following";
import { LiveReporter } from "./live-reporter";
import { MinutesBook } from "./minutes-book";
import { OpenCalls } from "./open-calls";
import { Placing } from "./placing";
import { Presence } from "./presence";
import { QUOTA_USED_UP } from "./quota";
import { Reconciler } from "./reconciler";
import { ScheduledStarts } from "./scheduled-starts";
import { Sleep } from "./sleep";
import { StoreHealth } from "./store-health";
import { TakingBack } from "./taking-back";

export type DialerParts = ReturnType<typeof assemble>;

/** Builds the dialer's parts and says who tells whom. */
export function assemble(env: DialerEnvironment) {
  const wake = () => conductor.wake();
  const pause = (run: CampaignRun, reason: PauseReason) => commands.pauseFor(run, reason);

  const calls = new OpenCalls();
  const activityLog = new ActivityLog(env);
  const health = new StoreHealth(env);
  const backOff = new BackOff(env.random);
  const accountPace = new AccountPace();
  const budget = new FollowingBudget();
  const minutes = new MinutesBook(env, wake);
  const reporter = new LiveReporter(env, budget, (dialing) => runs.openWeek(dialing));
  const runs = new CampaignRuns({
    env,
    health,
    lines: calls,
    onRead: wake,
    onEnded: (run) => {
      reporter.changed(run);
      wake();
    },
  });

  const onFreed = (number: PhoneNumber) => {
    for (const run of runs.all()) run.contacts.numberFreed(number);
  };
  const listener: CallLogListener = {
    changed: (call) => reporter.callChanged(call.run),
    ended: (call, { outcome, next, durationSeconds }) => {
      const { run, attempt } = call;
      const now = env.clock.monotonic();
      run.ended(next);
      budget.ended(now - call.startedAt);
      onFreed(attempt.to);
      if (durationSeconds) minutes.refresh();
      if (outcome === "network_error") run.breaker.failed(attempt.id, now);
      if (run.breaker.tripped) pause(run, BREAKER_TRIPPED);
      wake();
    },
  };
  const log = new CallLog(env, calls, health, listener);
  const takingBack = new TakingBack(env, log, activityLog);

  const onFound = (call: OpenCall) => {
    budget.placed();
    follower.followNew();
    if (!call.run.dialing) void takingBack.one(call);
  };
  const onUnresolved = ({ run, attempt }: OpenCall) => {
    void activityLog.note(run.id, unresolvedActivity(attempt.to));
  };
  const reconciler = new Reconciler({ env, calls, log, onFound, onUnresolved });
  const onAccountFault = (reason: PauseReason) => {
    for (const run of runs.dialing()) pause(run, reason);
  };
  const follower = new Follower({ env, calls, log, budget, onAccountFault, onUnresolved });

  const placing = new Placing({
    env,
    calls,
    log,
    activityLog,
    accountPace,
    health,
    backOff,
    budget,
    pause,
    isAsleep: (): boolean => sleep.isAsleep,
    isWithinHours: (run, contact) =>
      isWithinCallingHours(runs.situationOf(contact, run.settings)).kind === "open",
    onSettled: wake,
    onFreed,
    onLost: reconciler.arrange,
    onPlaced: () => follower.followNew(),
  });

  const onVerdict = (run: CampaignRun) => {
    reporter.changed(run);
    if (run.verdict.kind === "open") return;
    if (run.verdict.because.kind === "quota-used-up") pause(run, QUOTA_USED_UP);
    if (run.verdict.because.kind === "last-calls" && run.active === 0) {
      void commands.completeIfDone(run);
    }
  };
  const conductor = new Conductor({
    env,
    calls,
    accountPace,
    placing,
    health,
    backOff,
    minutes,
    onVerdict,
  });

  const onStatus = (run: CampaignRun | null, id: CampaignId) => {
    env.onCampaignChanged(id);
    if (run) reporter.changed(run);
  };
  const commands = new CampaignCommands({
    env,
    health,
    runs,
    conductor,
    minutes,
    takingBack,
    onStatus,
  });
  const scheduledStarts = new ScheduledStarts(env, commands);
  const reconcile = async () => {
    await Promise.all([follower.look(), reconciler.lookNow()]);
  };
  const sleep = new Sleep({ env, runs, conductor, activityLog, reconcile });

  return {
    health,
    calls,
    placing,
    runs,
    log,
    accountPace,
    minutes,
    reporter,
    reconciler,
    follower,
    conductor,
    commands,
    scheduledStarts,
    sleep,
    presence: new Presence(env, activityLog),
    activityLog,
    standings: new ContactStandings({ env, runs, conductor }),
  };
}
