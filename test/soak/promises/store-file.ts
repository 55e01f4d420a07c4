import path from "node:path";
import { DatabaseFile } from "../../../src/main/storage/dialect/database-file";

/** Reads what truly lies in the store's file, past the application. */
export async function withStoreFile<T>(
  dataFolder: string,
  work: (rows: <R>(sql: string) => Promise<R[]>) => Promise<T>,
): Promise<T> {
  const file = await DatabaseFile.open(path.join(dataFolder, "test/paceline.db"), "read");
  try {
    return await work(async <R>(sql: string) => (await file.rows(sql, [])) as R[]);
  } finally {
    await file.close();
  }
}
