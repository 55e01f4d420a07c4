import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { ensureStandIn, standInVersion } from "./stand-in.mjs";
import { ensureSystemLibraries } from "./system-libraries.mjs";
import {
  lastLines,
  projectRoot,
  runInto,
  say,
  shown,
  startLog,
  Told,
  withProgress,
} from "./terminal.mjs";

const dayInMs = 24 * 60 * 60 * 1_000;
const probeMs = 5_000;
const downloadMs = 10 * 60 * 1_000;

const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "paceline");
/** While this file is younger than a day, the release page is not asked again. */
const unreachableMark = join(cacheFolder, "electron-release-unreachable");

/**
 * Path of an Electron that runs here, with its libraries in place: the one that PACELINE_ELECTRON
 * names, else the `electron` package's own, else the stand-in, which there is for Linux on x64 alone.
 */
export async function ensureElectron() {
  const executable = process.env.PACELINE_ELECTRON || ((await ownElectron()) ?? (await standIn()));
  if (!existsSync(executable)) {
    throw new Told(`PACELINE_ELECTRON names ${executable}, which does not exist.`);
  }
  await ensureSystemLibraries(executable);
  return executable;
}

/** Chromium's sandbox refuses to run as root; for everyone else it stays on. */
export const sandboxArguments = () =>
  process.platform === "linux" && process.getuid() === 0 ? ["--no-sandbox"] : [];

const packageFolder = () =>
  dirname(createRequire(join(projectRoot, "package.json")).resolve("electron/package.json"));

function installedElectron() {
  const pathFile = join(packageFolder(), "path.txt");
  if (!existsSync(pathFile)) return null;
  const executable = join(packageFolder(), "dist", readFileSync(pathFile, "utf8"));
  return existsSync(executable) ? executable : null;
}

/** The package's own binary, downloaded now if need be; null where a stand-in has to do. */
async function ownElectron() {
  const installed = installedElectron();
  if (installed) return installed;
  if (!(await isReleasePageReachable())) return null;
  try {
    await withProgress("Downloading Electron", download);
  } catch (error) {
    if (!canStandIn()) throw error;
    rememberUnreachable();
  }
  return installedElectron();
}

async function download() {
  const log = startLog("electron");
  const installer = join(packageFolder(), "install.js");
  const code = await runInto(log, process.execPath, [installer], { timeoutMs: downloadMs });
  if (code === 0) return;
  throw new Told(
    `Electron could not be downloaded. Connect to the internet and try again, or name an Electron ` +
      `in PACELINE_ELECTRON.\n\n${lastLines(log, 5)}\n\nThe whole log: ${shown(log)}`,
  );
}

async function isReleasePageReachable() {
  // Somebody named a mirror, or there is no other way: Electron's own installer shall say.
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  if (!canStandIn()) return true;
  if (wasUnreachableToday()) return false;
  try {
    const page = "https://github.com/electron/electron/releases";
    const answer = await fetch(page, { method: "HEAD", signal: AbortSignal.timeout(probeMs) });
    if (answer.ok) return true;
  } catch {
    // No way out of this network: that is the answer.
  }
  rememberUnreachable();
  return false;
}

const wasUnreachableToday = () =>
  existsSync(unreachableMark) && Date.now() - statSync(unreachableMark).mtimeMs < dayInMs;

function rememberUnreachable() {
  mkdirSync(cacheFolder, { recursive: true });
  rmSync(unreachableMark, { force: true });
  writeFileSync(unreachableMark, "Electron's release page could not be reached.\n");
}

const canStandIn = () => process.platform === "linux" && process.arch === "x64";

async function standIn() {
  say(`Electron's release page is out of reach: Electron ${standInVersion} stands in for it.`);
  return await ensureStandIn(cacheFolder);
}
