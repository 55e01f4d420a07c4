import { sql, type RawBuilder } from "kysely";
import type { ContactSelection } from "../../../shared/contact";
import type { AudienceId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import { refused, storageFailure } from "../failures";
import { giveImportUp } from "../imports/staging";
import { connectForImport, queries } from "../open/connect";
import type { Database } from "../schema";
import { candidates, conditions } from "./contact-conditions";
import { extentOf, type AudienceExtent } from "./extent";

/** Whom the first copy gets; a second one gets the others. */
export type Share =
  | { readonly kind: "everybody" }
  | { readonly kind: "selection"; readonly selection: ContactSelection }
  /** Chosen at random: from 0 to 1. */
  | { readonly kind: "random"; readonly share: number };

export interface CopyJob {
  readonly from: AudienceId;
  readonly share: Share;
  /** One for everybody, two for a split. */
  readonly names: readonly string[];
  readonly now: Instant;
}

export interface CopyWatch {
  progress(copied: number, of: number): void;
  isCancelled(): boolean;
}

/** Rows of one transaction, for which the dialing engine may have to wait. */
const CHUNK = 2_000;

/**
 * Copies an audience, or its two parts, on a connection of its own. The rows are staged as an import's
 * are: nobody sees a copy before all of them are there, and what comes to nothing is tidied.
 *
 * @param file the store's file, which is open in this process already
 * @throws AppFailure when it was cancelled, or one of two parts would be empty
 */
export async function copyAudience(
  file: string,
  job: CopyJob,
  watch: CopyWatch,
): Promise<AudienceId[]> {
  const connection = await connectForImport(file).catch((error: unknown) => {
    throw storageFailure(error);
  });
  const database = queries(connection);
  const copies: AudienceId[] = [];
  try {
    const source = await extentOf(database, job.from);
    await choose(database, source, job);
    for (const name of job.names) copies.push(await stage(database, job, name));
    const counts = await copyRows(database, source, copies, watch);
    if (copies.length > 1 && counts.includes(0)) throw nothingToSplit();
    // Brings the chunks before it to the disk as well.
    await connection.script("pragma synchronous = full");
    await show(database, copies, counts);
    return copies;
  } catch (error) {
    for (const copy of copies) await giveImportUp(database, copy).catch(() => undefined);
    throw error;
  } finally {
    await connection.close();
  }
}

/** Notes whom the first copy gets, as things stand now. */
async function choose(database: Database, source: AudienceExtent, job: CopyJob): Promise<void> {
  await sql`create temp table chosen (contact_id integer primary key)`.execute(database);
  await sql`insert into chosen ${chosenBy(source, job)}`.execute(database);
}

function chosenBy(source: AudienceExtent, { share, now }: CopyJob): RawBuilder<unknown> {
  const ofAudience = sql`contact.audience_id = ${source.id} and contact.id <= ${source.lastContactId}`;
  switch (share.kind) {
    case "everybody":
      return sql`select contact.id from contact where ${ofAudience}`;
    case "selection":
      return sql`select contact.id from ${candidates(source, share.selection)}
        where ${ofAudience} and ${conditions(share.selection, now)}`;
    case "random":
      return sql`select contact.id from contact where ${ofAudience}
        order by random() limit ${Math.round(share.share * source.contacts)}`;
  }
}

async function stage(database: Database, job: CopyJob, name: string): Promise<AudienceId> {
  const { rows } = await sql<{ id: AudienceId }>`
    insert into audience (name, variables, state, created_at)
    select ${name}, variables, 'importing', ${job.now} from audience where id = ${job.from}
    returning id`.execute(database);
  const [staged] = rows;
  if (staged === undefined) throw new Error("The audience was there just now");
  return staged.id;
}

/** Answers how many contacts each copy has. */
async function copyRows(
  database: Database,
  source: AudienceExtent,
  copies: readonly AudienceId[],
  watch: CopyWatch,
): Promise<number[]> {
  const counts = copies.map(() => 0);
  let done = 0;
  for (let after = 0; ;) {
    if (watch.isCancelled()) throw copyCancelled();
    const { rows } = await sql<{ upTo: number | null; rows: number }>`
      select max(id) as upTo, count(*) as rows from (
        select id from contact
        where audience_id = ${source.id} and id > ${after} and id <= ${source.lastContactId}
        order by id limit ${CHUNK}
      )`.execute(database);
    const chunk = rows[0];
    if (chunk === undefined || chunk.upTo === null) return counts;
    for (const [place, copy] of copies.entries()) {
      const belongs = place === 0 ? sql`in` : sql`not in`;
      const { numAffectedRows } = await sql`
        insert into contact (audience_id, name, phone, variables, country, line_type, time_zones,
          external_id, alternate_phones)
        select ${copy}, name, phone, variables, country, line_type, time_zones,
          external_id, alternate_phones
        from contact
        where audience_id = ${source.id} and id > ${after} and id <= ${chunk.upTo}
          and id ${belongs} (select contact_id from chosen)
        order by id`.execute(database);
      counts[place] = (counts[place] ?? 0) + Number(numAffectedRows ?? 0);
    }
    after = chunk.upTo;
    done += chunk.rows;
    watch.progress(done, source.contacts);
  }
}

/** All of them at once: from here on everybody sees them. */
async function show(
  database: Database,
  copies: readonly AudienceId[],
  counts: readonly number[],
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const [place, copy] of copies.entries()) {
      await sql`
        update audience set state = 'ready', contacts = ${counts[place] ?? 0},
          last_contact_id = coalesce((select max(id) from contact where audience_id = ${copy}), 0)
        where id = ${copy}`.execute(transaction);
    }
  });
}

function copyCancelled() {
  return refused("It was cancelled. No audience was made.");
}

function nothingToSplit() {
  return refused(
    "The audience was not split: one of the two parts would be empty.",
    "Choose another filter or share.",
  );
}
