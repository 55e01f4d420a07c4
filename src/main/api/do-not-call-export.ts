import type { DoNotCallEntry, DoNotCallSource } from "../../shared/do-not-call";
import { plainDateAndTime } from "../../shared/time-zone";
import { writeCsv } from "../files/write-csv";

const SOURCE_WORDS: Readonly<Record<DoNotCallSource, string>> = {
  supervisor: "By hand",
  file: "File",
  call: "On a call",
};

/** @param zone the supervisor's, in which moments are written */
export function exportDoNotCallList(
  path: string,
  batches: AsyncIterable<readonly DoNotCallEntry[]>,
  zone: string,
): Promise<void> {
  const header = ["Phone", `Added (${zone})`, `Until (${zone})`, "Source", "Note"];
  return writeCsv(path, header, rowsOf(batches, zone));
}

async function* rowsOf(
  batches: AsyncIterable<readonly DoNotCallEntry[]>,
  zone: string,
): AsyncGenerator<readonly string[][]> {
  for await (const entries of batches) {
    yield entries.map(({ phone, addedAt, expiresAt, source, note }) => [
      phone,
      plainDateAndTime(addedAt, zone),
      expiresAt === null ? "" : plainDateAndTime(expiresAt, zone),
      SOURCE_WORDS[source],
      note,
    ]);
  }
}
