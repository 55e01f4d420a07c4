import { sql } from "kysely";
import { contactVariables, type Contact } from "../../../shared/contact";
import { flowContent, type FlowContent } from "../../../shared/flow";
import type { CampaignId, ContactId } from "../../../shared/ids";
import type { PhoneNumber } from "../../../shared/phone-number";
import type { Database, Json } from "../schema";

/** What a call is to do. */
export type CallInstructions =
  | {
      readonly kind: "flow";
      /** As it was when the campaign started. */
      readonly content: FlowContent;
      readonly contact: Contact;
    }
  | { readonly kind: "missing"; readonly message: string; readonly advice: string };

export async function callInstructions(
  database: Database,
  campaignId: CampaignId,
  contactId: ContactId,
): Promise<CallInstructions> {
  const { rows } = await sql<{ name: string; phone: PhoneNumber; variables: Json; flow: Json }>`
    select contact.name, contact.phone, contact.variables, campaign.flow_content as flow
    from campaign join contact on contact.id = ${contactId}
      and contact.audience_id = campaign.audience_id
    where campaign.id = ${campaignId} and campaign.flow_content is not null`.execute(database);
  const [row] = rows;
  if (row === undefined) {
    return {
      kind: "missing",
      message: "The campaign's flow or its audience is not there any more.",
      advice: "Cancel the campaign and create it again with a flow and an audience.",
    };
  }
  return {
    kind: "flow",
    content: flowContent.parse(JSON.parse(row.flow)),
    contact: {
      id: contactId,
      name: row.name,
      phone: row.phone,
      variables: contactVariables.parse(JSON.parse(row.variables)),
    },
  };
}
