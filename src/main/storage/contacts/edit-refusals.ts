import { sql } from "kysely";
import type { AudienceId, ContactId } from "../../../shared/ids";
import type { PhoneNumber } from "../../../shared/phone-number";
import { missing, refused, refusedField } from "../failures";
import { dialingFrom, inUse } from "../repositories/needed-by";
import type { Database } from "../schema";
import { candidates } from "./contact-conditions";
import { extentOf, shownAudiences } from "./extent";

/** The import's rows lie beyond the last contact: a new one cannot be shown before them. */
export async function refuseWhileAppending(database: Database, id: AudienceId): Promise<void> {
  const row = await shownAudiences(database)
    .select("state")
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw missing("The audience");
  if (row.state !== "appending") return;
  throw refused(
    "The contact was not added: an import into this audience is under way.",
    "Wait until it has finished, or cancel it.",
  );
}

export async function refuseKnownNumber(
  database: Database,
  audienceId: AudienceId,
  phone: PhoneNumber,
  but: ContactId | null,
): Promise<void> {
  const audience = await extentOf(database, audienceId);
  const { rows } = await sql<{ name: string }>`
    select contact.name from ${candidates(audience, { search: phone })}
    where contact.audience_id = ${audienceId} and contact.phone = ${phone}
      and contact.id is not ${but} and contact.id <= ${audience.lastContactId}
    limit 1`.execute(database);
  const [known] = rows;
  if (known === undefined) return;
  const who = known.name === "" ? "a contact without a name" : `“${known.name}”`;
  throw refusedField("phone", `This audience has the number already: ${who}.`);
}

export async function refuseWhileDialing(
  database: Database,
  audienceId: AudienceId,
  id: ContactId,
  { what, advice }: { readonly what: string; readonly advice: string },
): Promise<void> {
  const campaigns = await dialingFrom(database, audienceId);
  if (campaigns.length > 0) {
    throw inUse(
      what,
      campaigns.map((campaign) => campaign.name),
      advice,
    );
  }
  const { rows } = await sql`
    select 1 from campaign cross join attempt
      on attempt.campaign_id = campaign.id and attempt.contact_id = ${id}
    where attempt.ended_at is null
    limit 1`.execute(database);
  if (rows.length === 0) return;
  throw refused(`${what}: the contact is on a call.`, "Try again when the call has ended.");
}
