import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of files for one test; gone when the test is over (`await using`). */
export interface CsvFolder extends AsyncDisposable {
  readonly path: string;
  /** Writes a file and returns its path. */
  file(content: string | Uint8Array, name?: string): Promise<string>;
}

export async function csvFolder(): Promise<CsvFolder> {
  const path = await mkdtemp(join(tmpdir(), "paceline-csv-"));
  return {
    path,
    async file(content, name = "contacts.csv") {
      const file = join(path, name);
      await writeFile(file, content);
      return file;
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
