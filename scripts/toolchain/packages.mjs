import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { installDebianPackages } from "./debian.mjs";
import {
  firstLines,
  projectRoot,
  runInto,
  shown,
  startLog,
  Told,
  withProgress,
} from "./terminal.mjs";

const lockFile = join(projectRoot, "package-lock.json");
/** npm's own account of what it has put into node_modules. */
const installedFile = join(projectRoot, "node_modules/.package-lock.json");

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const needsShell = process.platform === "win32";

/** Installs what package-lock.json names, unless that is what lies in node_modules. */
export async function ensurePackages() {
  refuseOldNode();
  if (isInstalled()) return;
  await withProgress("Installing packages (a few minutes the first time)", install);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Told(
    `Paceline is built with Node 20.19 or newer; this is ${process.versions.node}. ` +
      "Nothing was installed. Get a newer one from https://nodejs.org.",
  );
}

function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const isProjectItself = path === "";
    const isOfAnotherSystem = optional && !(path in installed);
    return isProjectItself || isOfAnotherSystem || installed[path]?.version === version;
  });
}

async function install() {
  const log = startLog("install");
  if ((await npmInstall(log)) === 0) return;
  const missing = missingCompilerPackages();
  if (missing.length > 0 && readFileSync(log, "utf8").includes("gyp")) {
    await installDebianPackages(missing, "to compile the SQLite driver");
    if ((await npmInstall(log)) === 0) return;
  }
  throw new Told(
    `The packages could not be installed.\n\n${firstLines(log, 12)}\n\nThe whole log: ${shown(log)}`,
  );
}

function npmInstall(log) {
  // `ci` empties node_modules first: right for a start, wrong where something may be using it.
  const command = existsSync(installedFile) ? "install" : "ci";
  return runNpm(log, command, projectRoot);
}

/** `npm install` or `npm ci` in a folder, with its output in `log`. Resolves with the exit code. */
export function runNpm(log, command, folder) {
  const args = [command, "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  const env = { ...process.env, ...nodeHeaders() };
  return runInto(log, npm, args, { cwd: folder, shell: needsShell, env });
}

/** Node's own headers, where they came with it, so that compiling needs no download of them. */
function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include/node/node_version.h"))
    ? { npm_config_nodedir: prefix }
    : {};
}

/** The SQLite driver is compiled where its prebuilt binary cannot be downloaded. */
function missingCompilerPackages() {
  if (process.platform !== "linux") return [];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const isThere = (program) => folders.some((folder) => existsSync(join(folder, program)));
  return ["python3", "make", "g++"].filter((program) => !isThere(program));
}
