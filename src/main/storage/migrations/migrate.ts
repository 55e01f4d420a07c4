import type { DatabaseFile } from "../dialect/database-file";
import { MIGRATIONS } from "./index";

/** Marks the file as Paceline's: "PACE" in SQLite's header. */
export const APPLICATION_ID = 0x50414345;

export const LATEST_VERSION = MIGRATIONS.length;

export async function versionOf(file: DatabaseFile): Promise<number> {
  const [row] = await file.rows("select user_version as version from pragma_user_version", []);
  return Number(row?.version);
}

/** Brings the store to `target`, each step in a transaction of its own: it happens wholly or not. */
export async function migrate(file: DatabaseFile, target = LATEST_VERSION): Promise<void> {
  const version = await versionOf(file);
  for (const [done, migration] of MIGRATIONS.slice(0, target).entries()) {
    if (done < version) continue;
    try {
      await file.script(
        `begin immediate;
        ${migration}
        pragma application_id = ${APPLICATION_ID};
        pragma user_version = ${done + 1};
        commit;`,
      );
    } catch (error) {
      await file.script("rollback").catch(() => undefined);
      throw error;
    }
  }
  // Into the file itself: an older version of Paceline reads the new number there.
  if (version < target) await file.script("pragma wal_checkpoint(truncate)");
}
