import { sql } from "kysely";
import { z } from "zod";
import type { ContactVariables } from "../../../shared/contact";
import type { AudienceId, ContactId } from "../../../shared/ids";
import type { PhoneNumber } from "../../../shared/phone-number";
import { missing } from "../failures";
import type { Database } from "../schema";
import { refuseKnownNumber, refuseWhileAppending, refuseWhileDialing } from "./edit-refusals";
import { shownAudiences } from "./extent";
import { joinCampaigns } from "./joining";

/** A contact, checked as an import checks it. */
export interface KeptContact {
  readonly name: string;
  readonly phone: PhoneNumber;
  readonly variables: ContactVariables;
  readonly country: string | null;
  readonly lineType: string | null;
  readonly timeZones: readonly string[] | null;
  readonly externalId: string | null;
  readonly alternatePhones: readonly PhoneNumber[];
}

export async function addContact(
  database: Database,
  audienceId: AudienceId,
  contact: KeptContact,
): Promise<ContactId> {
  await refuseWhileAppending(database, audienceId);
  await refuseKnownNumber(database, audienceId, contact.phone, null);
  const { id } = await database
    .insertInto("contact")
    .values({ audience_id: audienceId, ...columnsOf(contact) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await database
    .updateTable("audience")
    .set({ contacts: sql`contacts + 1`, last_contact_id: id })
    .where("id", "=", audienceId)
    .execute();
  await keepVariables(database, audienceId, contact);
  await joinCampaigns(database, audienceId, { contacts: 1, lastContactId: id });
  return id;
}

/**
 * A campaign that dials may have read the number already, and calls retries by the one it called
 * first: so the number stays while one does. Everything else is taken from here as it is needed.
 */
export async function changeContact(
  database: Database,
  audienceId: AudienceId,
  id: ContactId,
  contact: KeptContact,
): Promise<void> {
  const before = await phoneOf(database, audienceId, id);
  if (before !== contact.phone) {
    await refuseKnownNumber(database, audienceId, contact.phone, id);
    await refuseWhileDialing(database, audienceId, id, {
      what: "The number was not changed",
      advice:
        "Wait until it has finished, or cancel it. To stop calls to the number now, put it on the do-not-call list.",
    });
  }
  await database
    .updateTable("contact")
    .set(columnsOf(contact))
    .where("id", "=", id)
    .where("audience_id", "=", audienceId)
    .execute();
  await keepVariables(database, audienceId, contact);
  await lookAtHoursAnew(database, audienceId, id);
}

/** It may wait for the hours of a time zone that it is not in any more. Looked up by the contact: many may wait. */
async function lookAtHoursAnew(
  database: Database,
  audienceId: AudienceId,
  id: ContactId,
): Promise<void> {
  await sql`
    update campaign_contact set not_before = 0, waits_for = null
    where contact_id = ${id} and +waits_for = 'calling-hours'
      and campaign_id in (select id from campaign where audience_id = ${audienceId})`.execute(
    database,
  );
}

/** Its calls stay with their campaigns. */
export async function removeContact(
  database: Database,
  audienceId: AudienceId,
  id: ContactId,
): Promise<void> {
  await phoneOf(database, audienceId, id);
  await refuseWhileDialing(database, audienceId, id, {
    what: "The contact was not removed",
    advice:
      "Wait until it has finished, or cancel it. To stop calls to the contact now, put the number on the do-not-call list.",
  });
  await database.deleteFrom("contact").where("id", "=", id).execute();
  await database
    .updateTable("audience")
    .set({ contacts: sql`contacts - 1` })
    .where("id", "=", audienceId)
    .execute();
}

function columnsOf(contact: KeptContact) {
  const { name, phone, variables, country, lineType, timeZones, externalId } = contact;
  const alternates = contact.alternatePhones;
  return {
    name,
    phone,
    variables: JSON.stringify(variables),
    country,
    line_type: lineType,
    time_zones: timeZones === null ? null : JSON.stringify(timeZones),
    external_id: externalId,
    alternate_phones: alternates.length === 0 ? null : JSON.stringify(alternates),
  };
}

async function phoneOf(
  database: Database,
  audienceId: AudienceId,
  id: ContactId,
): Promise<PhoneNumber> {
  const row = await shownAudiences(database)
    .innerJoin("contact", "contact.audience_id", "audience.id")
    .select("contact.phone")
    .where("audience.id", "=", audienceId)
    .where("contact.id", "=", id)
    .whereRef("contact.id", "<=", "audience.last_contact_id")
    .executeTakeFirst();
  if (row === undefined) throw missing("The contact");
  return row.phone;
}

/** Names of variables that no contact has had so far are the audience's from now on. */
async function keepVariables(
  database: Database,
  id: AudienceId,
  { variables }: KeptContact,
): Promise<void> {
  const { variables: known } = await database
    .selectFrom("audience")
    .select("variables")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const before = z.array(z.string()).parse(JSON.parse(known));
  const after = [...new Set([...before, ...Object.keys(variables)])];
  if (after.length === before.length) return;
  await database
    .updateTable("audience")
    .set("variables", JSON.stringify(after))
    .where("id", "=", id)
    .execute();
}
