import { randomUUID } from "node:crypto";
import { copyFile, mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppFailure } from "../../shared/app-error";
import type { RunningTask } from "./run-task";
import { writeWhole, writing } from "../files/write-file";

/** Imports that run, or have ended with refused rows: each is stopped and asked by its ID. */
export class ImportRuns {
  private readonly running = new Map<string, RunningTask<unknown>>();
  /** Files of refused rows, by import. */
  private readonly refused = new Map<string, string>();

  private constructor(private readonly folder: string) {}

  /**
   * Clears away what an earlier run, ended by a crash, may have left of refused rows.
   * @param folder one of its own: what lies in it is deleted
   */
  static async open(folder: string): Promise<ImportRuns> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return new ImportRuns(folder);
  }

  /** @param begin starts the import, which writes every row that it refuses to this file */
  async run<R extends { readonly refused: number }>(
    importId: string,
    begin: (refusedFile: string) => RunningTask<R>,
  ): Promise<R> {
    if (this.running.has(importId)) throw alreadyRunning();
    const refusedFile = join(this.folder, `${randomUUID()}.csv`);
    const task = begin(refusedFile);
    this.running.set(importId, task);
    try {
      const result = await task.result;
      if (result.refused > 0) this.refused.set(importId, refusedFile);
      return result;
    } finally {
      this.running.delete(importId);
      if (!this.refused.has(importId)) await rm(refusedFile, { force: true });
    }
  }

  /** The import then fails as cancelled. One that has ended already stays as it is. */
  cancel(importId: string): void {
    this.running.get(importId)?.cancel();
  }

  /** Writes every row that this import refused, with its line and the reason. */
  async saveRefused(importId: string, path: string): Promise<void> {
    const source = this.refused.get(importId);
    if (source === undefined) throw noRefusedRows();
    await writeWhole(path, (unfinished) => writing(basename(path), copyFile(source, unfinished)));
  }

  /** Abandons what runs, waits for its end, and deletes the refused rows: they hold people's numbers. */
  async close(): Promise<void> {
    const tasks = [...this.running.values()];
    for (const task of tasks) task.abandon();
    await Promise.allSettled(tasks.map((task) => task.result));
    await rm(this.folder, { recursive: true, force: true });
  }
}

function alreadyRunning(): AppFailure {
  return new AppFailure({ kind: "refused", message: "This import is running already." });
}

function noRefusedRows(): AppFailure {
  return new AppFailure({
    kind: "not-found",
    message: "There are no refused rows of this import to save.",
  });
}
