import type { AudienceId } from "../../../shared/ids";
import type { Database } from "../schema";
import { tidyAudience } from "./tidy";

/** Tidies audiences one after the other, beside everything else, until the store is closed. */
export class Tidier {
  readonly #database: Database;
  #work: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** No import survives the process that ran it: what one has left behind is tidied. */
  async addLeftovers(): Promise<void> {
    await this.#database
      .updateTable("audience")
      .set("state", "removed")
      .where("state", "=", "importing")
      .execute();
    const leftovers = await this.#database
      .selectFrom("audience")
      .select("id")
      .where((is) =>
        is.or([
          is("state", "<>", "ready"),
          is("id", "in", is.selectFrom("contact_update").select("audience_id")),
        ]),
      )
      .execute();
    for (const { id } of leftovers) this.add(id);
  }

  add(id: AudienceId): void {
    this.#work = this.#work
      .then(() => tidyAudience(this.#database, id, () => !this.#stopped))
      // Nobody sees these rows; opening the store the next time tries again.
      .catch(() => undefined);
  }

  /** Resolves when nothing is left to tidy. */
  settled(): Promise<void> {
    return this.#work;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#work;
  }
}
