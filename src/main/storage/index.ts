export { openStore, type Store } from "./store";
export {
  openContactWriter,
  type ContactWriter,
  type ImportTarget,
  type NewContact,
} from "./imports/contact-writer";
export type { CallContent } from "./repositories/orders";
export type { StoredCampaign } from "./repositories/campaigns";
export type { StoredRecording } from "./calls/call-repository";
