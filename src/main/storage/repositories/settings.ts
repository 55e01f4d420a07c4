import { z } from "zod";
import { settings, type Settings } from "../../../shared/settings";
import type { Database, Handles } from "../schema";

/** What the supervisor chose, over the defaults for what never was. */
export class SettingsRepository {
  readonly #handles: Handles;
  readonly #defaults: Settings;

  constructor(handles: Handles, defaults: Settings) {
    this.#handles = handles;
    this.#defaults = defaults;
  }

  async read(): Promise<Settings> {
    return { ...this.#defaults, ...(await chosenIn(this.#handles.reading)) };
  }

  async update(changes: Partial<Settings>): Promise<Settings> {
    return this.#handles.writing.transaction().execute(async (transaction) => {
      const chosen = { ...(await chosenIn(transaction)), ...changes };
      const text = JSON.stringify(chosen);
      await transaction
        .insertInto("settings")
        .values({ id: 1, chosen: text })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ chosen: text }))
        .execute();
      return { ...this.#defaults, ...chosen };
    });
  }
}

async function chosenIn(database: Database): Promise<Partial<Settings>> {
  const row = await database.selectFrom("settings").select("chosen").executeTakeFirst();
  if (row === undefined) return {};
  const stored = z.record(z.string(), z.unknown()).parse(JSON.parse(row.chosen));
  // What another version kept and this one cannot use falls back to its default, and only that.
  return Object.fromEntries(
    Object.entries(settings.shape).flatMap(([name, schema]) => {
      const value = schema.safeParse(stored[name]);
      return name in stored && value.success ? [[name, value.data]] : [];
    }),
  );
}
