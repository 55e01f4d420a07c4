import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "./packages.mjs";
import { projectRoot, say, scratchFolder, shown, startLog, withProgress } from "./terminal.mjs";

const source = join(projectRoot, "test/bench/throughput/peers");
const folder = join(scratchFolder, "bench/peers");

/**
 * Installs the job queues that the throughput bench runs beside ours, in a folder of their own: the
 * project itself needs none of them. Answers with the folder; null where they cannot be installed.
 */
export async function ensureBenchPeers() {
  const isCurrent = isInstalled();
  cpSync(source, folder, { recursive: true });
  if (isCurrent) return folder;
  const log = startLog("bench-peers");
  const code = await withProgress("Installing the peers of the throughput bench", () =>
    runNpm(log, "ci", folder),
  );
  if (code === 0) return folder;
  say(`The peers of the throughput bench could not be installed. The log: ${shown(log)}`);
  return null;
}

function isInstalled() {
  const lockFile = "package-lock.json";
  return (
    existsSync(join(folder, "node_modules/.package-lock.json")) &&
    readFileSync(join(folder, lockFile), "utf8") === readFileSync(join(source, lockFile), "utf8")
  );
}
