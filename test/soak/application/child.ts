import path from "node:path";
import { openPaceline, type Paceline } from "../../../src/main/app";
import { answer } from "../../../src/main/ipc/answer";
import { fastClock } from "../../../src/main/system-clock";
import type { ApplicationSetting, FromApplication, ToApplication } from "./messages";

/**
 * The application as it is, but for its window: what a page would ask comes as messages from the
 * process that started it, which may kill it at any moment.
 */
let paceline: Paceline | null = null;

const tell = (message: FromApplication) => process.send?.(message);

const describe = (fault: unknown): string =>
  fault instanceof Error ? (fault.stack ?? fault.message) : typeof fault;

const problem = (message: string, fault?: unknown) =>
  tell({ kind: "problem", message: `${message} ${describe(fault)}` });

async function open(setting: ApplicationSetting): Promise<void> {
  paceline = await openPaceline({
    dataFolder: setting.dataFolder,
    resources: path.resolve("resources"),
    workers: setting.workers,
    variables: {
      PACELINE_CARRIER_URL: setting.carrierUrl,
      TWILIO_ACCOUNT_SID: setting.accountSid,
      TWILIO_AUTH_TOKEN: setting.authToken,
    },
    locale: "en-US",
    version: "soak",
    time: { clock: fastClock(setting.rate), requestTimeOut: setting.requestTimeOut },
    credentials: {
      available: () => false,
      read: () => Promise.resolve(null),
      keep: () => Promise.resolve(),
      forget: () => Promise.resolve(),
    },
    dialogs: { open: () => Promise.resolve(null), save: () => Promise.resolve(null) },
    emit: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: problem },
    keepAwake: () => undefined,
    onBattery: () => false,
    restart: () => undefined,
  });
  tell({ kind: "opened" });
}

async function heed(message: ToApplication): Promise<void> {
  switch (message.kind) {
    case "open":
      return open(message.setting);
    case "ask": {
      const { id, name, input } = message;
      const result = await answer(paceline!.handlers, name, input, problem);
      tell({ kind: "answer", id, result });
      return;
    }
    case "close":
      await paceline?.close();
      process.disconnect();
  }
}

process.on("message", (message: ToApplication) => {
  heed(message).catch((fault: unknown) => problem("The application failed.", fault));
});
process.on("disconnect", () => process.exit(0));
