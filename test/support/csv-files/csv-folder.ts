import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export interface CsvFolder {
  readonly path: string;
  /** Writes a file and returns its path. */
  file(content: string | Uint8Array, name?: string): Promise<string>;
}

/** A folder of files for one test, gone when the test is over. */
export async function csvFolder(): Promise<CsvFolder> {
  const path = await mkdtemp(join(tmpdir(), "paceline-csv-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return {
    path,
    async file(content, name = "contacts.csv") {
      const file = join(path, name);
      await writeFile(file, content);
      return file;
    },
  };
}
