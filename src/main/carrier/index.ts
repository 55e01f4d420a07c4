export type { AccountDirectory, Money } from "./account-directory";
export type { CallInstructions, InstructionsFor } from "./call-instructions";
export { parseCarrierUrl } from "./carrier-url";
export type { ConnectionOptions } from "./connection";
export { previewFlow } from "./flow-preview";
export {
  createAccountDirectory,
  createTwilioCarrier,
  type TwilioCarrier,
  type TwilioCarrierOptions,
} from "./twilio-carrier";
