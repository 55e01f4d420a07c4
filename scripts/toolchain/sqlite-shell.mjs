import { spawnSync } from "node:child_process";
import { installDebianPackages } from "./debian.mjs";
import { Told } from "./terminal.mjs";

/** Sees to it that there is a `sqlite3` command line, against which imports are measured. */
export async function ensureSqliteShell() {
  const isThere = () => spawnSync("sqlite3", ["--version"]).status === 0;
  if (isThere()) return;
  if (process.platform === "linux") await installDebianPackages(["sqlite3"], "to measure against");
  if (isThere()) return;
  throw new Told(
    "The import is measured against the sqlite3 command line, which is not installed.",
  );
}
