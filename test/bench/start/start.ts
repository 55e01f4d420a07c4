import { rm } from "node:fs/promises";
import { launchPaceline } from "../../support/electron";
import { beside, type Bench } from "../bench";
import { median } from "../median";
import { preparedDataFolder } from "../prepared-store/prepared-store";
import { launchEmptyWindow } from "./launch-empty-window";

const ROUNDS = 5;
const CONTACTS = 1_000_000;

export const startBench: Bench = {
  name: "start",
  method: methodFor("an empty store"),
  run: () => startsBeside("start", undefined),
};

export const startWithManyBench: Bench = {
  name: "start-1m",
  method: methodFor(`${CONTACTS} contacts and three attempts each in the store`),
  run: async () => {
    const dataDir = await preparedDataFolder(CONTACTS);
    try {
      return await startsBeside("start-1m", dataDir);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

function methodFor(store: string): string {
  return (
    `${ROUNDS} starts each, in turn, of the application with ${store} and of an empty Electron ` +
    "window, until the page can be used. Both through Playwright, which costs both the same."
  );
}

async function startsBeside(name: string, dataDir: string | undefined) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await timed(startEmptyWindow));
    ours.push(await timed(() => startPaceline(dataDir)));
  }
  const measured = {
    name,
    what: "start to usable window, median",
    ours: median(ours),
    unit: "ms",
    goal: "≤ 2 ×",
    met: median(ours) <= 2 * median(theirs),
  };
  return [beside(measured, "empty window", median(theirs))];
}

/** Milliseconds until `start` has its page; what it opened is closed after. */
async function timed(start: () => Promise<() => Promise<void>>): Promise<number> {
  const began = performance.now();
  const close = await start();
  const took = performance.now() - began;
  await close();
  return took;
}

async function startPaceline(dataDir: string | undefined): Promise<() => Promise<void>> {
  const { page, close } = await launchPaceline(dataDir === undefined ? {} : { dataDir });
  await page.getByRole("navigation").getByText("Campaigns").waitFor();
  // The list has been asked for and answered: it is empty, or has the campaign of the store.
  const listed =
    dataDir === undefined
      ? page.getByRole("button", { name: "Try it with a sample" })
      : page.getByText("Bench", { exact: true }).first();
  await listed.waitFor();
  return close;
}

async function startEmptyWindow(): Promise<() => Promise<void>> {
  const app = await launchEmptyWindow();
  return () => app.close();
}
