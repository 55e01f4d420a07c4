import path from "node:path";
import { _electron } from "@playwright/test";
import { electronExecutable, launchPaceline, sandboxArguments } from "../../support/electron";
import { beside, type Bench } from "../bench";
import { median } from "../median";

const rounds = 5;

export const startBench: Bench = {
  name: "start",
  method:
    `${rounds} starts each, in turn, of the application with an empty store and of an empty ` +
    "Electron window, until the page can be used. Both through Playwright, which costs both the same.",
  run: async () => {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      theirs.push(await timed(startEmptyWindow));
      ours.push(await timed(startPaceline));
    }
    const measured = {
      name: "start",
      what: "start to usable window, median",
      ours: median(ours),
      unit: "ms",
      goal: "≤ 2 ×",
      met: median(ours) <= 2 * median(theirs),
    };
    return [beside(measured, "empty window", median(theirs))];
  },
};

/** Milliseconds until `start` has its page; what it opened is closed after. */
async function timed(start: () => Promise<() => Promise<void>>): Promise<number> {
  const began = performance.now();
  const close = await start();
  const took = performance.now() - began;
  await close();
  return took;
}

async function startPaceline(): Promise<() => Promise<void>> {
  const { page, close } = await launchPaceline();
  await page.getByRole("navigation").getByText("Campaigns").waitFor();
  await page.getByRole("heading", { name: "Campaigns", exact: true }).waitFor();
  return close;
}

async function startEmptyWindow(): Promise<() => Promise<void>> {
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...sandboxArguments(), path.resolve("test/bench/start/empty-window")],
  });
  const page = await app.firstWindow();
  await page.getByRole("heading", { name: "Empty" }).waitFor();
  return () => app.close();
}
