export { openContactWriter } from "./contact-writer";
export type { ContactWriter, ImportTarget, NewContact } from "./contact-writer";
