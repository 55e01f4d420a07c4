import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Settings } from "../../src/shared/settings";
import { openStore, type Store } from "../../src/main/storage";
import { DatabaseFile, type Row } from "../../src/main/storage/dialect/database-file";

export const TEST_SETTINGS: Settings = {
  quotaMinutes: 1_000,
  accountCallsPerSecond: 30,
  accountConcurrentCalls: null,
  customerTrack: 1,
  transcriptServiceSid: null,
  callingHours: null,
  attemptLimits: [],
  keepAwake: false,
  colorScheme: "auto",
  practiceMix: {
    conversation: 1,
    hung_up_immediately: 0,
    machine: 0,
    no_answer: 0,
    busy: 0,
    network_error: 0,
    declined: 0,
    invalid_number: 0,
  },
};

export interface TemporaryStore {
  readonly store: Store;
  readonly file: string;
  /** What really lies in the file, past every repository. */
  rows(sql: string): Promise<Row[]>;
  /** As after the end of the process and a new start. */
  reopen(): Promise<Store>;
}

/** A store of a test's own, as a user has it; gone when the test is over. */
export async function temporaryStore(): Promise<TemporaryStore> {
  const folder = await temporaryFolder();
  const file = path.join(folder, "paceline.db");
  let store = await openStore(file, TEST_SETTINGS);
  onTestFinished(() => store.close());
  return {
    get store() {
      return store;
    },
    file,
    async rows(sql) {
      const connection = await DatabaseFile.open(file, "read");
      try {
        return await connection.rows(sql, []);
      } finally {
        await connection.close();
      }
    },
    async reopen() {
      await store.close();
      store = await openStore(file, TEST_SETTINGS);
      return store;
    },
  };
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "paceline-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
