import { sql } from "kysely";
import type { DialingStore } from "../../dialing/ports";
import type { Database } from "../schema";
import { campaignRecord, campaignsToMind, changeCampaign, note } from "./campaign-records";
import { claim } from "./claim";
import { figuresOf } from "./figures";
import { nextReadyAt, openAttempts, readyContacts, recentStarts } from "./queue";
import { record } from "./record";

/** The engine reads on the writing connection: in order with its own writes, and never behind a screen. */
export function createDialingStore(database: Database): DialingStore {
  return {
    campaign: (id) => campaignRecord(database, id),
    campaignsToMind: () => campaignsToMind(database),
    openAttempts: () => openAttempts(database),
    recentStarts: (id, limit) => recentStarts(database, id, limit),
    readyContacts: (id, now, limit) => readyContacts(database, id, now, limit),
    nextReadyAt: (id) => nextReadyAt(database, id),
    figures: (id) => figuresOf(database, id),
    claim: (claims) => claim(database, claims),
    record: (changes) => record(database, changes),
    changeCampaign: (id, change) => changeCampaign(database, id, change),
    ownedSids: (sids) => ownedSids(database, sids),
    note: (id, at, activity) => note(database, id, at, activity),
  };
}

async function ownedSids(database: Database, sids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ sid: string }>`
    select sid from attempt
    where sid in (select value from json_each(${JSON.stringify(sids)})) and sid is not null`.execute(
    database,
  );
  return rows.map((row) => row.sid);
}
