import type { CampaignId, ContactId } from "../../shared/ids";
import type { Contact } from "../../shared/contact";
import type { FlowContent } from "../../shared/flow";

/** What a call is to do, as its campaign has it. */
export type CallInstructions =
  | { readonly kind: "flow"; readonly content: FlowContent; readonly contact: Contact }
  /** The flow or the contact is not there (any more): the campaign has to stop. */
  | { readonly kind: "missing"; readonly message: string; readonly advice: string };

export type InstructionsFor = (
  campaignId: CampaignId,
  contactId: ContactId,
) => Promise<CallInstructions>;
