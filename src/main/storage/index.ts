export { openStore, type Store } from "./store";
export {
  openContactWriter,
  type ContactWriter,
  type ImportTarget,
  type NewContact,
} from "./imports/contact-writer";
export type { CallInstructions } from "./repositories/call-instructions";
export type { StoredCampaign } from "./repositories/campaigns";
export type { CallRepository } from "./calls/call-repository";
