import { sql } from "kysely";
import { contactVariables, type Contact } from "../../../shared/contact";
import { flowContent, type FlowContent } from "../../../shared/flow";
import type { CampaignId, ContactId } from "../../../shared/ids";
import { missing } from "../failures";
import type { Database, Json } from "../schema";

/** What a call is to say, and to whom. */
export interface CallContent extends Pick<Contact, "name" | "phone" | "variables"> {
  /** As it was when the campaign started. */
  readonly flow: FlowContent;
}

/** @throws AppFailure when the campaign has not started, or the contact is not in its audience */
export async function callContent(
  database: Database,
  campaignId: CampaignId,
  contactId: ContactId,
): Promise<CallContent> {
  const { rows } = await sql<Pick<Contact, "name" | "phone"> & { variables: Json; flow: Json }>`
    select contact.name, contact.phone, contact.variables, campaign.flow_content as flow
    from campaign join contact on contact.id = ${contactId}
      and contact.audience_id = campaign.audience_id
    where campaign.id = ${campaignId} and campaign.flow_content is not null`.execute(database);
  const [row] = rows;
  if (row === undefined) throw missing("The contact or its campaign");
  return {
    name: row.name,
    phone: row.phone,
    variables: contactVariables.parse(JSON.parse(row.variables)),
    flow: flowContent.parse(JSON.parse(row.flow)),
  };
}
