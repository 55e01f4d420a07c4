import { z } from "zod";
import { activityPage, activityQuery } from "../activity";
import {
  audience,
  audienceName,
  chosenFormat,
  columnMapping,
  contactsPreview,
  fileFormat,
  filePreview,
  importProgress,
  importResult,
  importRules,
} from "../audience";
import { copyProgress, splitBy } from "../audience-copy";
import { attempt, callPage, callQuery, callRow, recordedCall } from "../call";
import { campaign, campaignDraft, liveFigures, startEstimate, startsPerMinute } from "../campaign";
import { contactDetails, contactFacets, contactFields, contactPage, contactView } from "../contact";
import {
  addedNumbers,
  doNotCallPage,
  doNotCallQuery,
  doNotCallSummary,
  listing,
  numberFile,
  numbersImport,
  numbersImportResult,
  pastedCheck,
  pastedNumbers,
  previewNumber,
  putOnList,
  removal,
} from "../do-not-call";
import { flow, flowContent, flowDraft, flowPreview } from "../flow";
import { attemptId, audienceId, campaignId, contactId, flowId } from "../ids";
import { phoneNumber } from "../phone-number";
import { account, connectionCheck, credentials, settings } from "../settings";
import { usage } from "../usage";
import { whyNotCalled } from "../why-not-called";

/**
 * All that the renderer may ask of the main process, and all that the main process tells it
 * unasked. Input and output are parsed in the main process, in both directions: nothing malformed
 * gets in, and nothing that a schema does not name gets out.
 */
const request = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
});

const nothing = z.null();
const done = z.null();
const ofCampaign = z.object({ id: campaignId });
const ofAudience = z.object({ id: audienceId });
const ofContact = z.object({ audienceId, contactId });
const copyId = z.string().min(1).max(64);
const ofFlow = z.object({ id: flowId });
const filePath = z.string().min(1).max(4_096);

export const requests = {
  "app.info": request(
    nothing,
    z.object({
      version: z.string(),
      platform: z.string(),
      /** Zone of this computer: the supervisor's. */
      timeZone: z.string(),
      dataFolder: z.string(),
      account,
    }),
  ),
  /** As it is at the moment: a battery may be put in and taken out. */
  "app.power": request(nothing, z.object({ onBattery: z.boolean() })),

  "campaigns.list": request(nothing, z.array(campaign)),
  "campaigns.get": request(ofCampaign, campaign),
  "campaigns.create": request(campaignDraft, campaign),
  /** Drafts only. */
  "campaigns.update": request(ofCampaign.extend({ draft: campaignDraft }), campaign),
  /** Drafts only. */
  "campaigns.delete": request(ofCampaign, done),
  /** What the draft in the form would mean, before it is created or started. */
  "campaigns.estimate": request(
    campaignDraft.pick({ audienceId: true, dialing: true, scheduledStart: true, flowId: true }),
    startEstimate,
  ),
  "campaigns.start": request(ofCampaign, campaign),
  /** Answered when no call can start any more. */
  "campaigns.pause": request(ofCampaign, campaign),
  "campaigns.resume": request(ofCampaign, campaign),
  /** For good. Answered when no call can start any more. */
  "campaigns.cancel": request(ofCampaign, campaign),
  "campaigns.activity": request(activityQuery, activityPage),
  /** Opens the save dialog and writes the activity log as CSV; null: closed without a choice. */
  "campaigns.exportActivity": request(ofCampaign, filePath.nullable()),
  "campaigns.starts": request(ofCampaign, startsPerMinute),
  /** In that campaign, or in each that may call the contact, newest first. */
  "campaigns.whyNotCalled": request(
    z.object({ contactId, campaignId: campaignId.nullable() }),
    z.array(whyNotCalled),
  ),

  "calls.page": request(callQuery, callPage),
  "calls.attempts": request(z.object({ campaignId, contactId }), z.array(attempt)),
  "calls.recording": request(z.object({ attemptId }), recordedCall),
  /** The supervisor's word on an attempt of which the carrier cannot tell. */
  "calls.resolve": request(z.object({ attemptId, wasPlaced: z.boolean() }), done),

  "audiences.list": request(nothing, z.array(audience)),
  "audiences.get": request(ofAudience, audience),
  "audiences.contacts": request(
    ofAudience.extend({
      ...contactView.shape,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(500),
    }),
    contactPage,
  ),
  /** How many contacts the view shows: what a page that was counting did not say. */
  "audiences.countContacts": request(
    ofAudience.extend(contactView.shape),
    z.object({ total: z.number().int() }),
  ),
  /** What its contacts can be filtered by. */
  "audiences.facets": request(ofAudience, contactFacets),
  "audiences.rename": request(ofAudience.extend({ name: audienceName }), audience),
  "audiences.delete": request(ofAudience, done),
  /** Opens the file dialog; null when it was closed without a choice. */
  "audiences.chooseFile": request(nothing, filePath.nullable()),
  "audiences.previewFile": request(z.object({ path: filePath, format: chosenFormat }), filePreview),
  /** The first rows as they would be stored. */
  "audiences.previewContacts": request(
    z.object({ path: filePath, format: fileFormat, mapping: columnMapping }),
    contactsPreview,
  ),
  /** One transaction; progress comes as events. `appendTo`: an audience that is there already. */
  "audiences.import": request(
    z.object({
      importId: z.string().min(1).max(64),
      path: filePath,
      format: fileFormat,
      mapping: columnMapping,
      rules: importRules.prefault({}),
      target: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("new"), name: audienceName }),
        z.object({ kind: z.literal("append"), audienceId }),
      ]),
    }),
    importResult,
  ),
  "audiences.cancelImport": request(z.object({ importId: z.string() }), done),
  /** Opens the save dialog and writes every refused row of that import; null: closed without a choice. */
  "audiences.saveRefused": request(z.object({ importId: z.string() }), filePath.nullable()),
  /** Opens the save dialog and writes the audience as CSV; null: closed without a choice. */
  "audiences.export": request(ofAudience, filePath.nullable()),

  /** Progress comes as events; answers with the audience that was made. */
  "audienceCopies.duplicate": request(
    ofAudience.extend({ copyId, name: audienceName }),
    z.array(audienceId),
  ),
  /** Makes two audiences of one, which stays as it is. */
  "audienceCopies.split": request(
    ofAudience.extend({ copyId, names: z.tuple([audienceName, audienceName]), by: splitBy }),
    z.array(audienceId),
  ),
  "audienceCopies.cancel": request(z.object({ copyId }), done),

  "contacts.get": request(ofContact, contactDetails),
  /** Its calls and those to its number, in every campaign, the latest first. */
  "contacts.calls": request(z.object({ contactId }), z.array(callRow)),
  "contacts.add": request(z.object({ audienceId, fields: contactFields }), contactDetails),
  "contacts.change": request(ofContact.extend({ fields: contactFields }), contactDetails),
  /** Refused while a campaign that runs or is paused needs the audience. */
  "contacts.remove": request(ofContact, done),

  "flows.list": request(nothing, z.array(flow)),
  "flows.get": request(ofFlow, flow),
  "flows.create": request(flowDraft, flow),
  "flows.update": request(ofFlow.extend({ draft: flowDraft }), flow),
  "flows.delete": request(ofFlow, done),
  /** With the data of a contact of that audience: the first one, or an invented one. */
  "flows.preview": request(
    z.object({ content: flowContent, audienceId: audienceId.nullable() }),
    flowPreview,
  ),

  "doNotCall.page": request(doNotCallQuery, doNotCallPage),
  "doNotCall.summary": request(nothing, doNotCallSummary),
  /** Reads the numbers, and changes nothing. */
  "doNotCall.check": request(pastedNumbers, pastedCheck),
  "doNotCall.add": request(pastedNumbers.extend(listing.shape), addedNumbers),
  /** What cannot be read as a number is left aside. */
  "doNotCall.remove": request(pastedNumbers, removal),
  "doNotCall.removeExpired": request(nothing, removal),
  /** Whether it is on the list, and has not expired. */
  "doNotCall.isListed": request(z.object({ phone: phoneNumber }), z.boolean()),
  /** Asked for on a call: for good. */
  "doNotCall.addFromCall": request(z.object({ phone: phoneNumber }), putOnList),
  "doNotCall.removeNumber": request(z.object({ phone: phoneNumber }), removal),
  "doNotCall.undoRemoval": request(
    removal.pick({ removalId: true }),
    z.object({ restored: z.number().int() }),
  ),
  /** Opens the file dialog; null when it was closed without a choice. */
  "doNotCall.chooseFile": request(nothing, filePath.nullable()),
  "doNotCall.previewFile": request(z.object({ path: filePath, format: chosenFormat }), filePreview),
  /** The first rows as they would be listed. */
  "doNotCall.previewNumbers": request(numberFile, z.array(previewNumber)),
  /** One transaction; progress comes as events. */
  "doNotCall.import": request(numbersImport, numbersImportResult),
  "doNotCall.cancelImport": request(z.object({ importId: z.string() }), done),
  /** Opens the save dialog and writes every refused row of that import; null: closed without a choice. */
  "doNotCall.saveRefused": request(z.object({ importId: z.string() }), filePath.nullable()),
  /** Opens the save dialog and writes the list as CSV; null: closed without a choice. */
  "doNotCall.export": request(nothing, filePath.nullable()),

  "usage.get": request(nothing, usage),

  "settings.get": request(nothing, settings),
  "settings.update": request(settings.partial(), settings),
  "account.callerIds": request(nothing, z.array(phoneNumber)),
  /** Asks the carrier with these credentials, or with those in force. Changes nothing. */
  "account.check": request(z.object({ credentials: credentials.nullable() }), connectionCheck),
  /** Keeps the credentials and starts the application again, live. Refused while a campaign runs. */
  "account.connect": request(credentials, done),
  /** Forgets the credentials and starts the application again on the practice line. */
  "account.disconnect": request(nothing, done),

  /** Sample audience, flow and campaign draft; answers with the campaign. */
  "sample.install": request(nothing, campaign),
} as const;

export const events = {
  /** At most four times a second and campaign. */
  "campaign.live": liveFigures,
  /** Something else about the campaign changed: status, draft, activity. */
  "campaign.changed": z.object({ id: campaignId }),
  "campaign.removed": z.object({ id: campaignId }),
  /** Rows of its Calls section changed; at most twice a second and campaign. */
  "calls.changed": z.object({ campaignId }),
  "audiences.changed": z.null(),
  "flows.changed": z.null(),
  "doNotCall.changed": z.null(),
  "import.progress": importProgress,
  "copy.progress": copyProgress,
  "settings.changed": settings,
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<N extends RequestName> = z.input<Requests[N]["input"]>;
export type RequestOutput<N extends RequestName> = z.output<Requests[N]["output"]>;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = z.output<Events[N]>;
