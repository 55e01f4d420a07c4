import type { CampaignId, ContactId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import type { Settings } from "../../shared/settings";
import type { DialingStore, QuotaBook } from "../dialing/ports";
import type { RecordingStore } from "../recordings/ports";
import { ActivityRepository } from "./activity/activity-repository";
import { CallRepository } from "./calls/call-repository";
import { ContactBrowser } from "./contacts/contact-browser";
import { ContactLists } from "./contacts/contact-lists";
import { ContactRepository } from "./contacts/contact-repository";
import { TextIndex } from "./contacts/text-index";
import { DoNotCallList } from "./do-not-call/do-not-call-list";
import { createDialingStore } from "./dialing/dialing-store";
import { Tidier } from "./imports/tidier";
import { queries } from "./open/connect";
import { openFiles } from "./open/open-files";
import { createRecordingStore } from "./recordings/recording-store";
import { AudienceRepository } from "./repositories/audiences";
import { CampaignRepository } from "./repositories/campaigns";
import { FlowRepository } from "./repositories/flows";
import { callInstructions, type CallInstructions } from "./repositories/call-instructions";
import { latestInstant } from "./repositories/latest-instant";
import { SettingsRepository } from "./repositories/settings";
import { UsageRepository } from "./repositories/usage";
import type { Handles } from "./schema";

/** Everything that is kept. Screens read through the repositories, the engine through its ports. */
export interface Store {
  /** Where it lies, for workers that open it too. */
  readonly file: string;
  readonly campaigns: CampaignRepository;
  readonly activity: ActivityRepository;
  readonly audiences: AudienceRepository;
  readonly contacts: ContactRepository;
  readonly flows: FlowRepository;
  readonly calls: CallRepository;
  readonly usage: UsageRepository;
  readonly settings: SettingsRepository;
  readonly doNotCall: DoNotCallList;

  readonly dialing: DialingStore;
  readonly quota: QuotaBook;
  readonly recordings: RecordingStore;
  /** What a call is to say, and to whom: for the carrier. */
  instructions(campaignId: CampaignId, contactId: ContactId): Promise<CallInstructions>;
  /** The latest moment that anything happened at; null while nothing has. */
  latestInstant(): Promise<Instant | null>;

  /**
   * Resolves when rows of removed audiences and of imports that came to nothing are deleted, and
   * those of audiences that were looked at are ready to be searched.
   */
  tidied(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the store, or makes it.
 *
 * @param file is made, its folder is not
 * @throws AppFailure of kind "storage" when the file is from a newer version, damaged, another
 *   program's, in use or out of reach; it was not touched then
 */
export async function openStore(file: string, defaults: Settings): Promise<Store> {
  const files = await openFiles(file);
  const handles: Handles = { writing: queries(files.writing), reading: queries(files.reading) };
  // The engine does not wait for screens: it reads where it writes, in order with its writes.
  const own: Handles = { writing: handles.writing, reading: handles.writing };
  const tidier = new Tidier(handles.writing);
  await tidier.addLeftovers();
  const textIndex = new TextIndex(handles.writing);
  const lists = new ContactLists(files.browsing);
  const browser = new ContactBrowser(handles.reading, lists, textIndex);
  const settings = new SettingsRepository(handles, defaults);
  return {
    file,
    campaigns: new CampaignRepository(handles),
    activity: new ActivityRepository(handles),
    audiences: new AudienceRepository(handles, tidier, browser, file),
    contacts: new ContactRepository(handles, browser),
    flows: new FlowRepository(handles),
    calls: new CallRepository(handles),
    usage: new UsageRepository(handles, settings),
    settings,
    doNotCall: new DoNotCallList(handles),

    dialing: createDialingStore(handles.writing),
    quota: new UsageRepository(own, new SettingsRepository(own, defaults)),
    recordings: createRecordingStore(handles.writing),
    instructions: (campaignId, contactId) =>
      callInstructions(handles.writing, campaignId, contactId),

    latestInstant: () => latestInstant(handles.reading),
    async tidied() {
      await tidier.settled();
      await textIndex.settled();
    },
    async close() {
      await tidier.stop();
      await textIndex.stop();
      await lists.close();
      await files.reading.close();
      await files.writing.close();
      await files.lock.close();
    },
  };
}
