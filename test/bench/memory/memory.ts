import { rm } from "node:fs/promises";
import type { ElectronApplication } from "@playwright/test";
import { ask } from "../../support/ask";
import { launchPaceline } from "../../support/electron";
import { beside, type Bench } from "../bench";
import { preparedDataFolder } from "../prepared-store/prepared-store";
import { launchEmptyWindow } from "../start/launch-empty-window";

const CONTACTS = 1_000_000;
/** Time for memory to come to rest; for the campaign, of calls that start and end. */
const RUNS_FOR_MS = 60_000;
const EMPTY_FOR_MS = 10_000;
const GOAL_MEGABYTES = 250;

export const memoryBench: Bench = {
  name: "memory-1m",
  method:
    `memory of all processes of the application, after a minute of a campaign that runs at 600 a ` +
    `minute on the practice line, with ${CONTACTS} contacts and three attempts each in the store, ` +
    "less that of an empty Electron window. Each page of memory that processes share is counted " +
    "once for each of them, there as here.",
  run: async () => {
    const empty = await emptyWindow();
    const ours = await runningCampaign();
    const more = ours - empty;
    const measured = {
      name: "memory-1m",
      what: "memory more than an empty window",
      ours: more,
      unit: "MB",
      goal: `≤ ${GOAL_MEGABYTES} MB`,
      met: more <= GOAL_MEGABYTES,
    };
    return [{ ...beside(measured, "all of the empty window", empty), ratio: null }];
  },
};

async function emptyWindow(): Promise<number> {
  const app = await launchEmptyWindow();
  try {
    await passes(EMPTY_FOR_MS);
    return await megabytes(app);
  } finally {
    await app.close();
  }
}

async function runningCampaign(): Promise<number> {
  const dataDir = await preparedDataFolder(CONTACTS);
  const { app, page, close } = await launchPaceline({ dataDir });
  try {
    const [campaign] = await ask(page, "campaigns.list", null);
    await page.getByText(campaign!.name).first().click();
    await ask(page, "campaigns.resume", { id: campaign!.id });
    await passes(RUNS_FOR_MS);
    const { status } = await ask(page, "campaigns.get", { id: campaign!.id });
    if (status !== "IN_PROGRESS") throw new Error(`The campaign is ${status}, and does not run.`);
    return await megabytes(app);
  } finally {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const passes = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** As the system's task manager counts: the working sets of all processes. */
async function megabytes(app: ElectronApplication): Promise<number> {
  const kilobytes = await app.evaluate(({ app }) =>
    app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kilobytes / 1_024;
}
