import { mkdir } from "node:fs/promises";
import path from "node:path";
import { AppFailure } from "../shared/app-error";
import { AccountAccess, type CredentialStore } from "./api/account";
import { accountLimits } from "./api/account-limits";
import type { FileDialogs } from "./api/file-dialogs";
import { changedLimits } from "./api/changed-settings";
import { createHandlers } from "./api/handlers";
import { LiveSettings } from "./api/live-settings";
import { defaultSettings } from "./api/default-settings";
import { AudienceImporter, NumberImporter } from "./audience";
import { createAccountDirectory, createTwilioCarrier } from "./carrier";
import { Dialer } from "./dialing/dialer";
import { closeInOrder } from "./closing";
import { readEnvironment } from "./environment";
import type { Handlers } from "./ipc/answer";
import type { Emit } from "./ipc/emit";
import { chooseLine, openLine, type LineTime } from "./line";
import type { Log } from "./log";
import { recordingFile } from "./api/recorded-call";
import { RecordingKeeper, SoundExaminer } from "./recordings";
import { openStore } from "./storage";

export interface PacelineOptions {
  /** Where everything is kept, in a folder for each of practice, live and test. */
  readonly dataFolder: string;
  readonly resources: string;
  /** Folder of the built workers. */
  readonly workers: string;
  readonly variables: NodeJS.ProcessEnv;
  /** The supervisor's, such as "de-DE". */
  readonly locale: string;
  readonly version: string;
  readonly credentials: CredentialStore;
  readonly dialogs: FileDialogs;
  readonly emit: Emit;
  readonly log: Log;
  /** Left out: the computer's own. A test of the whole application plays an hour in a minute. */
  readonly time?: LineTime;
  /** Told whether the computer has to stay awake. */
  keepAwake(wanted: boolean): void;
  onBattery(): boolean;
  restart(): void;
}

/**
 * Longest time that closing may take, in milliseconds. A request to the carrier may be under way for
 * 30 s; whoever ends Paceline does not wait that long, and the next start asks what became of it.
 */
const CLOSING_LIMIT = 10_000;

/** The whole application but for its window. */
export interface Paceline {
  readonly handlers: Handlers;
  campaignsDialing(): number;
  /** The sound file behind the last part of a recording's address; null when there is none. */
  recordingFile(name: string): Promise<string | null>;
  /** The computer is about to sleep: no call starts until it wakes. */
  fallAsleep(): void;
  /** The computer slept: what became of the calls meanwhile is asked first. */
  wake(): Promise<void>;
  /**
   * No call starts any more; what is on its way to the carrier is waited for and kept, for ten
   * seconds at most.
   */
  close(): Promise<void>;
}

/**
 * Builds everything and connects it: the only place that does.
 * @throws AppFailure when the environment, the data folder or the store cannot be used
 */
export async function openPaceline(options: PacelineOptions): Promise<Paceline> {
  const { log, emit } = options;
  const environment = readEnvironment(options.variables);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const choice = chooseLine(environment, await options.credentials.read());
  const folder = path.join(options.dataFolder, choice.mode);
  await makeFolder(folder);

  const store = await openStore(
    path.join(folder, "paceline.db"),
    defaultSettings(choice.mode, timeZone),
  );
  const settings = await LiveSettings.open(store.settings, (changed, before) => {
    line.setPracticeMix(changed.practiceMix);
    changedLimits(before, changed).forEach((what) => dialer.settingsChanged(what));
    emit("settings.changed", changed);
    mindSleep();
  });
  const line = await openLine(
    choice,
    {
      folder: path.join(folder, "practice-line"),
      resources: options.resources,
      workers: options.workers,
      mix: settings.current.practiceMix,
      speed: environment.practiceSpeed,
      latestInstant: await store.latestInstant(),
      onFailure: (error) => log.error("The practice line broke down.", error),
    },
    options.time,
  );
  const { clock } = line;

  const carrier = createTwilioCarrier({
    ...line.credentials,
    baseUrl: line.baseUrl,
    now: () => clock.now(),
    requestTimeOut: options.time?.requestTimeOut,
    instructionsFor: (campaignId, contactId) => store.instructions(campaignId, contactId),
  });
  const examiner = new SoundExaminer(path.join(options.workers, "peaks-worker.cjs"));
  const recordings = new RecordingKeeper({
    store: store.recordings,
    carrier,
    clock,
    dataFolder: folder,
    examiner,
    settings: () => settings.current,
    onKept: (_attemptId, campaignId) => emit("calls.changed", { campaignId }),
    onFailure: (fault) => log.error("Fetching recordings failed; it is tried again.", fault),
  });
  const dialer = new Dialer({
    clock,
    random: Math.random,
    carrier,
    store: store.dialing,
    quota: store.quota,
    callerIds: carrier,
    timeZone,
    accountLimits: () => accountLimits(settings.current),
    contactRules: () => settings.current,
    log,
    onLive: (figures) => emit("campaign.live", figures),
    onCampaignChanged: (id) => {
      emit("campaign.changed", { id });
      mindSleep();
    },
    onCallsChanged: (campaignId) => {
      emit("calls.changed", { campaignId });
      recordings.wake();
    },
  });
  const importer = await AudienceImporter.open({
    workerFile: path.join(options.workers, "audience-worker.cjs"),
    databaseFile: store.file,
    folder: path.join(folder, "imports"),
    locale: options.locale,
    now: () => clock.now(),
    abandonImport: (id) => store.audiences.abandonImport(id),
  });
  const numberImporter = await NumberImporter.open({
    workerFile: path.join(options.workers, "audience-worker.cjs"),
    databaseFile: store.file,
    folder: path.join(folder, "do-not-call-imports"),
    locale: options.locale,
    now: () => clock.now(),
  });

  const mindSleep = () =>
    options.keepAwake(settings.current.keepAwake && dialer.campaignsDialing() > 0);

  const handlers = createHandlers({
    clock,
    store,
    dialer,
    directory: carrier,
    mediaFolder: folder,
    importer,
    numberImporter,
    settings,
    dialogs: options.dialogs,
    onBattery: () => options.onBattery(),
    locale: options.locale,
    emit,
    accountAccess: new AccountAccess({
      credentials: options.credentials,
      inForce: carrier,
      open: (credentials) => createAccountDirectory({ ...credentials, baseUrl: null }),
      restart: () => options.restart(),
    }),
    about: {
      version: options.version,
      platform: process.platform,
      timeZone,
      dataFolder: options.dataFolder,
      account: {
        mode: line.mode,
        accountSid: line.mode === "practice" ? null : line.credentials.accountSid,
        carrierUrl: line.mode === "test" ? line.baseUrl : null,
        keyStore: options.credentials.available(),
      },
    },
  });

  await dialer.begin();
  mindSleep();
  recordings.wake();

  return {
    handlers,
    campaignsDialing: () => dialer.campaignsDialing(),
    recordingFile: (name) => recordingFile(store.calls, folder, name),
    fallAsleep: () => dialer.fallAsleep(),
    wake: () => dialer.wake(),
    async close() {
      options.keepAwake(false);
      const steps = [
        { what: "imports", close: () => importer.close() },
        { what: "imports of do-not-call lists", close: () => numberImporter.close() },
        { what: "dialing", close: () => dialer.stop() },
        { what: "recordings", close: () => recordings.stop() },
        { what: "the reading of recordings", close: () => examiner.close() },
        { what: "the line", close: () => line.close() },
        { what: "the store", close: () => store.close() },
      ];
      await closeInOrder(steps, CLOSING_LIMIT, log);
    },
  };
}

/** @throws AppFailure when it is neither there nor can be made */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    throw new AppFailure({
      kind: "storage",
      message: `The data folder cannot be used: ${folder} is not there and cannot be made.`,
      advice: "Allow access to the data folder, or set PACELINE_DATA_DIR to another one.",
    });
  }
}
