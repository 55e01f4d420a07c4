import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { lastLines, runInto, shown, startLog, Told, withProgress } from "./terminal.mjs";

/** Renamed in newer releases; the first that the package lists know is taken. */
const newerNames = { libasound2: "libasound2t64" };

/** As root installs them with apt-get; else ends with the command that does. */
export async function installDebianPackages(names, purpose) {
  if (!existsSync("/usr/bin/apt-get")) {
    throw new Told(
      `Some system libraries are missing, ${purpose}. On Debian they are: ${names.join(" ")}. ` +
        "Install those of your system and try again.",
    );
  }
  const isRoot = process.getuid() === 0;
  if (!isRoot) {
    throw new Told(
      `Some system packages are missing, ${purpose}. Install them and try again:\n\n` +
        `  sudo apt-get update && sudo apt-get install -y ${names.join(" ")}\n`,
    );
  }
  await withProgress(`Installing system packages ${purpose}`, () => install(names));
}

async function install(names) {
  const log = startLog("apt");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => runInto(log, "apt-get", ["-q", ...args], { env });
  await apt("update");
  const code = await apt("install", "-y", "--no-install-recommends", ...names.map(knownName));
  if (code === 0) return;
  throw new Told(
    `apt-get could not install ${names.join(" ")}.\n\n${lastLines(log, 10)}\n\n` +
      `The whole log: ${shown(log)}`,
  );
}

function knownName(name) {
  const newer = newerNames[name];
  if (newer === undefined) return name;
  return spawnSync("apt-cache", ["show", newer]).status === 0 ? newer : name;
}
