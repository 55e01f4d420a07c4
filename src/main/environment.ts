import { AppFailure } from "../shared/app-error";
import type { Credentials } from "../shared/settings";
import { parseCarrierUrl } from "./carrier";

/** What the environment variables ask for. */
export interface Environment {
  /** PACELINE_CARRIER_URL with TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN: another carrier on this computer. */
  readonly testCarrier: { readonly url: string; readonly credentials: Credentials } | null;
  /** PACELINE_PRACTICE_SPEED: how much faster practice runs than life, 1 to 1,000. */
  readonly practiceSpeed: number;
}

/** @throws AppFailure when a variable cannot be used, saying which and how it should look. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  return {
    testCarrier: testCarrier(variables),
    practiceSpeed: practiceSpeed(variables.PACELINE_PRACTICE_SPEED),
  };
}

function testCarrier(variables: NodeJS.ProcessEnv): Environment["testCarrier"] {
  if (!variables.PACELINE_CARRIER_URL) return null;
  const url = parseCarrierUrl(variables.PACELINE_CARRIER_URL);
  const accountSid = variables.TWILIO_ACCOUNT_SID ?? "";
  const secret = variables.TWILIO_AUTH_TOKEN ?? "";
  if (accountSid.startsWith("AC") && secret) {
    return { url, credentials: { accountSid, apiKeySid: null, secret } };
  }
  throw new AppFailure({
    kind: "invalid-input",
    message:
      "PACELINE_CARRIER_URL is set, but TWILIO_ACCOUNT_SID (it begins with AC) or TWILIO_AUTH_TOKEN is missing.",
    advice: "Set both, or leave PACELINE_CARRIER_URL away to use the practice line.",
  });
}

function practiceSpeed(text: string | undefined): number {
  if (!text) return 1;
  const speed = Number(text);
  if (speed >= 1 && speed <= 1_000) return speed;
  throw new AppFailure({
    kind: "invalid-input",
    message: "PACELINE_PRACTICE_SPEED cannot be used: it must be a number from 1 to 1000.",
  });
}
