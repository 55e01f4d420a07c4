import { sql, type Selectable } from "kysely";
import { flowContent, type Flow, type FlowDraft } from "../../../shared/flow";
import type { FlowId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import { missing } from "../failures";
import type { Handles, Schema } from "../schema";
import { campaignsNeeding, refuseWhileNeeded } from "./needed-by";

export class FlowRepository {
  readonly #handles: Handles;

  constructor(handles: Handles) {
    this.#handles = handles;
  }

  /** By name. */
  async list(): Promise<Flow[]> {
    const { reading } = this.#handles;
    const needed = await campaignsNeeding(reading, "flow_id");
    const rows = await reading
      .selectFrom("flow")
      .selectAll()
      .orderBy(sql`name collate nocase`)
      .orderBy("id")
      .execute();
    return rows.map((row) => flowOf(row, needed.get(row.id)));
  }

  async get(id: FlowId): Promise<Flow> {
    const { reading } = this.#handles;
    const row = await reading
      .selectFrom("flow")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirst();
    if (row === undefined) throw missing("The flow");
    return flowOf(row, (await campaignsNeeding(reading, "flow_id")).get(id));
  }

  async create(draft: FlowDraft, now: Instant): Promise<FlowId> {
    const { id } = await this.#handles.writing
      .insertInto("flow")
      .values({ ...columns(draft), updated_at: now })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  }

  /** Campaigns that have started keep the content they started with. */
  async update(id: FlowId, draft: FlowDraft, now: Instant): Promise<void> {
    await this.#handles.writing.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable("flow")
        .set({ ...columns(draft), updated_at: now })
        .where("id", "=", id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw missing("The flow");
      await transaction
        .updateTable("campaign")
        .set("flow_name", draft.name)
        .where("flow_id", "=", id)
        .execute();
    });
  }

  /** Refused while a campaign needs it; campaigns that are over keep its name. */
  async delete(id: FlowId): Promise<void> {
    await this.#handles.writing.transaction().execute(async (transaction) => {
      refuseWhileNeeded("flow", (await campaignsNeeding(transaction, "flow_id")).get(id));
      await transaction
        .updateTable("campaign")
        .set("flow_id", null)
        .where("flow_id", "=", id)
        .execute();
      const { numDeletedRows } = await transaction
        .deleteFrom("flow")
        .where("id", "=", id)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw missing("The flow");
    });
  }
}

function columns({ name, content }: FlowDraft) {
  return { name, content: JSON.stringify(content) };
}

function flowOf(row: Selectable<Schema["flow"]>, neededBy: readonly string[] = []): Flow {
  return {
    id: row.id,
    name: row.name,
    content: flowContent.parse(JSON.parse(row.content)),
    updatedAt: row.updated_at,
    neededBy: [...neededBy],
  };
}
