import { readdirSync, statSync, utimesSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import {
  lastLines,
  projectRoot,
  runInto,
  shown,
  startLog,
  Told,
  withProgress,
} from "./terminal.mjs";

const sources = ["src", "electron.vite.config.ts", "package-lock.json"];
/** Its time is when the last good build began. */
const mark = join(projectRoot, "out/.built");

/** Builds out/ if a source is newer than it. */
export async function ensureBuild() {
  const newest = Math.max(...sources.map((source) => newestIn(join(projectRoot, source))));
  if (existsSync(mark) && statSync(mark).mtimeMs > newest) return;
  await build();
}

export async function build() {
  const began = new Date();
  await withProgress("Building", runBuild);
  writeFileSync(mark, "");
  utimesSync(mark, began, began);
}

async function runBuild() {
  const log = startLog("build");
  const builder = join(projectRoot, "node_modules/electron-vite/bin/electron-vite.js");
  if ((await runInto(log, process.execPath, [builder, "build"])) === 0) return;
  throw new Told(`The build failed.\n\n${lastLines(log, 25)}\n\nThe whole log: ${shown(log)}`);
}

/** Folders count too: their time changes when something in them is removed. */
function newestIn(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const within = readdirSync(path).map((name) => newestIn(join(path, name)));
  return Math.max(status.mtimeMs, ...within);
}
