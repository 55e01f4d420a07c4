import { DatabaseFile } from "../dialect/database-file";
import { codeOf, failure, storageFailure } from "../failures";

/**
 * Keeps a second copy of the application off the store. SQLite's lock on an empty file beside it
 * serves as the marker: the system releases it when the process ends, however it ends.
 */
export async function lockStore(path: string): Promise<DatabaseFile> {
  let lock: DatabaseFile | undefined;
  try {
    lock = await DatabaseFile.open(`${path}-lock`, "create");
    await lock.script("begin exclusive");
    return lock;
  } catch (error) {
    await lock?.close();
    if (codeOf(error) !== "SQLITE_BUSY") throw storageFailure(error);
    throw failure(
      "Paceline is open already with this data.",
      "Use the window that is open, or close it first.",
      error,
    );
  }
}
