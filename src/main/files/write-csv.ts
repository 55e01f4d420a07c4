import { basename } from "node:path";
import { CsvOutput } from "./csv-output";
import { writeWhole } from "./write-file";

/** Writes a CSV file of any length; there whole or not at all. Fails as `AppFailure`. */
export function writeCsv(
  path: string,
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly string[])[]>,
): Promise<void> {
  return writeWhole(path, async (unfinished) => {
    const options = { name: basename(path), delimiter: "," as const, header };
    const output = await CsvOutput.create(unfinished, options);
    try {
      for await (const rows of batches) await output.write(rows);
    } finally {
      await output.close();
    }
  });
}
