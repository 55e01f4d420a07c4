import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Seconds that the `sqlite3` command line takes: `.import`, and an index of the numbers, each once. */
export async function importWithShell(file: string, folder: string): Promise<number> {
  const database = path.join(folder, "shell.db");
  const began = performance.now();
  await run("sqlite3", [
    "-cmd",
    ".mode csv",
    "-cmd",
    `.import '${file}' contact`,
    database,
    "create unique index contact_by_phone on contact (Phone)",
  ]);
  const took = performance.now() - began;
  await rm(database);
  return took / 1_000;
}
