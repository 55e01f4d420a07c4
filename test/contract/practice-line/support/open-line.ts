import { mkdtempSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import twilio from "twilio";
import RequestClient from "twilio/lib/base/RequestClient";
import { onTestFinished } from "vitest";
import type { PracticeMix } from "../../../../src/main/practice-line/mix";
import { createPracticeServer } from "../../../../src/main/practice-line/server";

export const ACCOUNT_SID = `AC${"a".repeat(32)}`;
export const AUTH_TOKEN = "practice makes perfect";
export const CALLER = "+12025550100";
export const TWIML = "<Response><Say>Hello.</Say></Response>";

const NOON = Date.UTC(2026, 4, 6, 12, 0, 0);
const RESOURCES = path.resolve(import.meta.dirname, "../../../../resources/practice");

export const ONLY_CONVERSATIONS: PracticeMix = {
  conversation: 1,
  hung_up_immediately: 0,
  machine: 0,
  no_answer: 0,
  busy: 0,
  network_error: 0,
  declined: 0,
  invalid_number: 0,
};

/** The test's own time: it passes only when it is told to. */
export class TestClock {
  #now = NOON;
  now = () => this.#now;
  pass(seconds: number): void {
    this.#now += seconds * 1000;
  }
}

interface OpenLineOptions {
  readonly clock?: TestClock;
  readonly folder?: string;
  readonly mix?: PracticeMix;
  readonly wrap?: (listener: RequestListener) => RequestListener;
}

/** A practice line of its own and the real SDK, pointed at it; both are gone after the test. */
export async function openLine(options: OpenLineOptions = {}) {
  const clock = options.clock ?? new TestClock();
  const server = await createPracticeServer(
    {
      accountSid: ACCOUNT_SID,
      authToken: AUTH_TOKEN,
      folder: options.folder ?? temporaryFolder(),
      resources: RESOURCES,
      mix: options.mix ?? ONLY_CONVERSATIONS,
      clock,
      seed: "test",
    },
    options.wrap,
  );
  onTestFinished(() => server.close());
  return { clock, server, client: clientOf(server.url) };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "practice-line-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function clientOf(url: string, authToken = AUTH_TOKEN) {
  return twilio(ACCOUNT_SID, authToken, { httpClient: new LoopbackClient(url) });
}

/** Sends what is meant for `https://HOST/PATH` to `URL/HOST/PATH`. */
class LoopbackClient extends RequestClient {
  constructor(private readonly url: string) {
    super({ timeout: 5_000 });
  }

  override request<T>(options: RequestClient.RequestOptions<T>) {
    const uri = options.uri.replace(/^https:\//, this.url);
    return super.request<T>({ ...options, uri });
  }
}

/** A plain request, for what the SDK does not do. */
export function get(url: string, address: string): Promise<Response> {
  return fetch(address.replace(/^https:\//, url), {
    headers: {
      authorization: `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString("base64")}`,
    },
  });
}
