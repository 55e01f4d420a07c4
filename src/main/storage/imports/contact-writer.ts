import { importRules, type ImportRules, type RefusalReason } from "../../../shared/audience";
import type { AudienceId, ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { DatabaseFile } from "../dialect/database-file";
import { storageFailure } from "../failures";
import { connectForImport, queries } from "../open/connect";
import type { Database } from "../schema";
import { forbiddenNumbers } from "./forbidden-numbers";
import { insertContacts } from "./insert-contacts";
import { KnownNumbers } from "./known-numbers";
import { learnNumbers } from "./learn-numbers";
import type { NewContact } from "./new-contact";
import { sortOut, type SortedOut } from "./sort-out";
import {
  beginImport,
  finishImport,
  giveImportUp,
  type ImportTarget,
  type Staging,
} from "./staging";
import { carryUpdatesOver, stageUpdates, updateStaged } from "./update-contacts";

/**
 * Writes contacts beside everything else that happens, on a connection of its own: for a worker.
 * Nobody sees a row before `commit`, and a crash leaves nothing that anybody sees. Batches of some
 * thousands are best. One call at a time; after `commit` or `rollback` the writer is closed.
 */
export interface ContactWriter {
  readonly audienceId: AudienceId;
  insert(batch: readonly NewContact[]): Promise<WrittenBatch>;
  commit(): Promise<AudienceId>;
  /** @param goOn asked before each chunk; what is left is taken back when the store is opened next */
  rollback(goOn?: () => boolean): Promise<void>;
}

export interface WrittenBatch {
  readonly imported: number;
  readonly updated: number;
  /** Lines of which nothing was stored. */
  readonly skipped: readonly { readonly line: number; readonly reason: SkipReason }[];
}

type SkipReason = Extract<RefusalReason, "duplicate" | "do-not-call">;

/**
 * @param file the store's file, which is open in this process already
 * @param variables names of the columns kept as variables, in the file's order
 * @throws AppFailure when the audience is gone, or another import into it is under way
 */
export async function openContactWriter(
  file: string,
  target: ImportTarget,
  variables: readonly string[],
  now: Instant,
  rules: ImportRules = importRules.parse({}),
): Promise<ContactWriter> {
  const connection = await connectForImport(file).catch((error: unknown) => {
    throw storageFailure(error);
  });
  try {
    const database = queries(connection);
    const staging = await beginImport(database, target, variables, now);
    const known = new KnownNumbers();
    // Where duplicates are kept, nobody asks who has a number.
    if (rules.duplicates !== "keep") await learnNumbers(database, staging, known);
    return new StagedContacts(connection, database, { staging, rules, variables, now, known });
  } catch (error) {
    await connection.close();
    throw error;
  }
}

interface Import {
  readonly staging: Staging;
  readonly rules: ImportRules;
  readonly variables: readonly string[];
  readonly now: Instant;
  /** Numbers of the audience, and of the rows before. */
  readonly known: KnownNumbers;
}

/** Rows of one statement: each is a transaction, for which the dialing engine may have to wait. */
const CHUNK = 2_000;

class StagedContacts implements ContactWriter {
  readonly audienceId: AudienceId;
  readonly #connection: DatabaseFile;
  readonly #database: Database;
  readonly #import: Import;
  #lastContactId: ContactId | 0;
  #stored = 0;

  constructor(connection: DatabaseFile, database: Database, importing: Import) {
    this.#connection = connection;
    this.#database = database;
    this.#import = importing;
    this.audienceId = importing.staging.audienceId;
    this.#lastContactId = importing.staging.lastContactId;
  }

  async insert(batch: readonly NewContact[]): Promise<WrittenBatch> {
    try {
      const forbidden = await this.#forbidden(batch);
      const { known, rules } = this.#import;
      const allowed = batch.filter(({ phone }) => !forbidden.has(phone));
      const sorted = sortOut(allowed, known, rules.duplicates);
      await this.#store(sorted);
      return {
        imported: sorted.fresh.length,
        updated: sorted.updatedRows,
        skipped: [
          ...sorted.duplicates.map((line) => ({ line, reason: "duplicate" as const })),
          ...batch
            .filter(({ phone }) => forbidden.has(phone))
            .map(({ line }) => ({ line, reason: "do-not-call" as const })),
        ],
      };
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async commit(): Promise<AudienceId> {
    // Brings the chunks before it to the disk as well.
    await this.#connection.script("pragma synchronous = full");
    await finishImport(this.#database, this.audienceId, {
      contacts: this.#stored,
      lastContactId: this.#lastContactId,
      variables: this.#import.variables,
    });
    await carryUpdatesOver(this.#database, this.audienceId);
    await this.#connection.close();
    return this.audienceId;
  }

  async rollback(goOn?: () => boolean): Promise<void> {
    try {
      await giveImportUp(this.#database, this.audienceId, goOn);
    } finally {
      await this.#connection.close();
    }
  }

  async #forbidden(batch: readonly NewContact[]): Promise<ReadonlySet<string>> {
    const { rules, now } = this.#import;
    if (!rules.skipDoNotCall) return NONE;
    const numbers = batch.map(({ phone }) => phone);
    return forbiddenNumbers(this.#connection, numbers, now);
  }

  async #store({ fresh, updates }: SortedOut): Promise<void> {
    for (let start = 0; start < fresh.length; start += CHUNK) {
      const chunk = fresh.slice(start, start + CHUNK);
      const last = await insertContacts(this.#connection, this.audienceId, chunk);
      this.#lastContactId = last;
      this.#stored += chunk.length;
      if (this.#import.rules.duplicates === "keep") continue;
      // The rows of one statement are numbered without a gap.
      const before = last - chunk.length + 1;
      chunk.forEach(({ phone }, at) => this.#import.known.set(phone, before + at));
    }
    if (updates.size === 0) return;
    const seen = [...updates].filter(([id]) => id <= this.#import.staging.lastContactId);
    const staged = [...updates].filter(([id]) => id > this.#import.staging.lastContactId);
    await stageUpdates(this.#database, this.audienceId, new Map(seen));
    await updateStaged(this.#database, new Map(staged));
  }
}

const NONE: ReadonlySet<string> = new Set();
