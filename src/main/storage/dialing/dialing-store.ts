import { sql } from "kysely";
import type { DialingStore } from "../../dialing/ports";
import type { Database } from "../schema";
import { lastSign, note } from "../activity/activity-lines";
import { campaignRecord, campaignsToMind, changeCampaign } from "./campaign-records";
import { claim } from "./claim";
import { figuresOf } from "./figures";
import { lookAgain, putOff } from "./put-off";
import { lastDue, nextDue, openAttempts, readyContacts, recentStarts } from "./queue";
import { record } from "./record";
import { standing } from "./standing";

/** The engine reads on the writing connection: in order with its own writes, and never behind a screen. */
export function createDialingStore(database: Database): DialingStore {
  return {
    campaign: (id) => campaignRecord(database, id),
    campaignsToMind: () => campaignsToMind(database),
    openAttempts: () => openAttempts(database),
    recentStarts: (id, limit) => recentStarts(database, id, limit),
    readyContacts: (id, now, limit, startsFrom) =>
      readyContacts(database, id, now, limit, startsFrom),
    nextDue: (id) => nextDue(database, id),
    lastDue: (id) => lastDue(database, id),
    standing: (id, contactId, startsFrom) => standing(database, id, contactId, startsFrom),
    putOff: (id, contacts) => putOff(database, id, contacts),
    lookAgain: (waitsFor, now) => lookAgain(database, waitsFor, now),
    figures: (id) => figuresOf(database, id),
    claim: (claims) => claim(database, claims),
    record: (changes) => record(database, changes),
    changeCampaign: (id, change) => changeCampaign(database, id, change),
    ownedSids: (sids) => ownedSids(database, sids),
    note: (id, at, activity) => note(database, id, at, activity),
    lastSign: (id) => lastSign(database, id),
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
