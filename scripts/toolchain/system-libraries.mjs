import { spawnSync } from "node:child_process";
import { installDebianPackages } from "./debian.mjs";

/** What Electron needs of Debian and does not bring along. */
const electronLibraries = [
  "libgtk-3-0",
  "libnss3",
  "libasound2",
  "libgbm1",
  "libxss1",
  "libatk-bridge2.0-0",
  "libnotify4",
  "libsecret-1-0",
];

/** Sees to it that the Electron at `executable` finds its libraries. */
export async function ensureSystemLibraries(executable) {
  if (process.platform !== "linux") return;
  const { stdout } = spawnSync("ldd", [executable], { encoding: "utf8" });
  const lacksSome = (stdout ?? "").includes("not found");
  if (lacksSome) await installDebianPackages(electronLibraries, "for Electron's window");
}
