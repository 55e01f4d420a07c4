export { openStore, type Store } from "./store";
export { openContactWriter, type ContactWriter, type WrittenBatch } from "./imports/contact-writer";
export type { NewContact } from "./imports/new-contact";
export {
  openNumberWriter,
  type NumbersOfFile,
  type NumberWriter,
} from "./do-not-call/number-writer";
export type { ImportTarget } from "./imports/staging";
export type { CallInstructions } from "./repositories/call-instructions";
export type { StoredCampaign } from "./repositories/stored-campaign";
export type { CallRepository } from "./calls/call-repository";
export type { CopyJob } from "./contacts/copy-audience";
export type { KeptContact } from "./contacts/edit-contacts";
