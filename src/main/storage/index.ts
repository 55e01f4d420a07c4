export { openStore, type Store } from "./store";
export { openContactWriter, type ContactWriter, type NewContact } from "./imports/contact-writer";
export {
  openNumberWriter,
  type NumbersOfFile,
  type NumberWriter,
} from "./do-not-call/number-writer";
export type { ImportTarget } from "./imports/staging";
export type { CallInstructions } from "./repositories/call-instructions";
export type { StoredCampaign } from "./repositories/stored-campaign";
export type { CallRepository } from "./calls/call-repository";
