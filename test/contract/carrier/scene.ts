import { afterEach, beforeEach } from "vitest";
import {
  createTwilioCarrier,
  type CallInstructions,
  type TwilioCarrier,
} from "../../../src/main/carrier";
import type { CallOrder } from "../../../src/main/dialing/ports";
import { contact } from "../../../src/shared/contact";
import type { MachineMessage } from "../../../src/shared/flow";
import type { AttemptId, CampaignId, ContactId } from "../../../src/shared/ids";
import type { PhoneNumber } from "../../../src/shared/phone-number";
import { scriptedServer, type ScriptedServer } from "../../support/scripted-http";

export const ACCOUNT = `AC${"0".repeat(32)}`;
export const SECRET = "s3cret-of-the-account";
export const TO = "+14155550111" as PhoneNumber;
export const FROM = "+14155550100" as PhoneNumber;
export const NOW = Date.parse("2026-11-23T10:00:00Z");

export const ana = contact.parse({
  id: 7,
  name: "Ana Lee",
  phone: TO,
  variables: { city: "Oslo" },
});

export const hello = {
  kind: "flow",
  content: {
    kind: "script",
    steps: [{ kind: "say", text: "Hello {{first_name}}", language: "en-US" }],
  },
  contact: ana,
} satisfies CallInstructions;

/** The same, and something for machines. */
export function helloOr(machineMessage: MachineMessage): CallInstructions {
  const { contact, content } = hello;
  return { kind: "flow", contact, content: { ...content, machineMessage } };
}

export function anOrder(changes: Partial<CallOrder> = {}): CallOrder {
  return {
    attemptId: 42 as AttemptId,
    campaignId: 1 as CampaignId,
    contactId: 7 as ContactId,
    to: TO,
    from: FROM,
    ringTimeoutSeconds: 30,
    callTimeoutMinutes: 5,
    machineDetection: "off",
    machineReaction: "talk",
    ...changes,
  };
}

export const callSid = (number: number): string => `CA${number.toString(16).padStart(32, "0")}`;
const rfc2822 = (moment: number): string => new Date(moment).toUTCString().replace("GMT", "+0000");

/** A call as Twilio writes it; what is not known is null, never absent. */
export function callRow(number: number, changes: Record<string, unknown> = {}) {
  return {
    sid: callSid(number),
    account_sid: ACCOUNT,
    to: TO,
    from: FROM,
    status: "in-progress",
    direction: "outbound-api",
    date_created: rfc2822(NOW),
    date_updated: rfc2822(NOW),
    start_time: rfc2822(NOW + 1_000),
    end_time: null,
    duration: null,
    answered_by: null,
    ...changes,
  };
}

export const callPage = (rows: unknown[], next: string | null = null) => ({
  calls: rows,
  next_page_uri: next,
  page: 0,
  page_size: 1_000,
});

export interface Scene {
  server: ScriptedServer;
  carrier: TwilioCarrier;
  /** What the campaign's calls are to do. */
  instructions: () => Promise<CallInstructions>;
  now: number;
  /** Milliseconds that the carrier's clock is ahead of ours. */
  carrierAhead: number;
}

/** A scripted Twilio and a carrier that is connected to it, new for each test. */
export function aScene(apiKeySid: string | null = null): Scene {
  const scene = {} as Scene;
  beforeEach(async () => {
    scene.now = NOW;
    scene.carrierAhead = 0;
    scene.server = await scriptedServer(() => scene.now + scene.carrierAhead);
    scene.instructions = () => Promise.resolve(hello);
    scene.carrier = createTwilioCarrier({
      accountSid: ACCOUNT,
      apiKeySid,
      secret: SECRET,
      baseUrl: scene.server.url,
      now: () => scene.now,
      instructionsFor: () => scene.instructions(),
    });
  });
  afterEach(() => scene.server.close());
  return scene;
}

export const CREATE = /^POST https:\/\/api\.twilio\.com\/2010-04-01\/Accounts\/AC0+\/Calls\.json$/;
export const LIST = /^GET .*\/Calls\.json$/;
export const fetchOf = (number: number): RegExp =>
  new RegExp(`^GET .*/Calls/${callSid(number)}\\.json$`);
export const updateOf = (number: number): RegExp =>
  new RegExp(`^POST .*/Calls/${callSid(number)}\\.json$`);
export const notificationsOf = (number: number): RegExp =>
  new RegExp(`^GET .*/Calls/${callSid(number)}/Notifications\\.json$`);
