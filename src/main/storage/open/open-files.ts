import type { DatabaseFile } from "../dialect/database-file";
import { storageFailure } from "../failures";
import { migrate, versionOf } from "../migrations/migrate";
import { connectForReading, connectForWriting } from "./connect";
import { checkWhole, inspect, refuseNewerVersion } from "./inspect";
import { lockStore } from "./lock";

export interface OpenFiles {
  readonly lock: DatabaseFile;
  readonly writing: DatabaseFile;
  readonly reading: DatabaseFile;
  /** Reads too, and makes lists in temporary tables, which takes a while. */
  readonly browsing: DatabaseFile;
}

/** @throws AppFailure of kind "storage"; the file was not touched then */
export async function openFiles(path: string): Promise<OpenFiles> {
  await inspect(path);
  const opened: DatabaseFile[] = [];
  try {
    const lock = await lockStore(path);
    opened.push(lock);
    const writing = await connectForWriting(path);
    opened.push(writing);
    refuseNewerVersion(await versionOf(writing));
    await checkWhole(writing);
    await migrate(writing);
    const reading = await connectForReading(path);
    opened.push(reading);
    const browsing = await connectForReading(path);
    return { lock, writing, reading, browsing };
  } catch (error) {
    for (const file of opened.reverse()) await file.close();
    throw storageFailure(error);
  }
}
