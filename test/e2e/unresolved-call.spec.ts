import type { IncomingMessage, RequestListener } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { createPracticeServer, type PracticeServer } from "../../src/main/practice-line/server";
import { ask } from "../support/ask";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { onlyCampaign, prepareCampaign } from "../support/prepared-campaign";

const accountSid = `AC${"7".repeat(32)}`;
const authToken = "token";

let folder: string;
let carrier: PracticeServer;
/** Orders are carried out, but their answers are lost, and nobody is told of calls. */
let silent: boolean;
let orders: number;
/** How often the carrier was asked what became of the call. */
let searches: number;
let paceline: RunningPaceline;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "paceline-test-"));
  silent = true;
  orders = 0;
  searches = 0;
  carrier = await createPracticeServer(
    {
      accountSid,
      authToken,
      folder: path.join(folder, "carrier"),
      resources: path.resolve(import.meta.dirname, "../../resources/practice"),
      mix: {
        conversation: 1,
        hung_up_immediately: 0,
        machine: 0,
        no_answer: 0,
        busy: 0,
        network_error: 0,
        declined: 0,
        invalid_number: 0,
      },
      clock: { now: () => Date.now() },
      seed: "unresolved",
    },
    keepingCallsToItself,
  );
  paceline = await launchPaceline({
    dataDir: folder,
    env: {
      PACELINE_CARRIER_URL: carrier.url,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
    },
  });
});

test.afterEach(async () => {
  await paceline.close();
  await carrier.close();
  await rm(folder, { recursive: true, force: true });
});

test("a call of which the carrier cannot tell waits for the supervisor: placed, it is not called again", async () => {
  await oneUnresolvedCall();
  await paceline.page.getByRole("button", { name: "It was placed", exact: true }).click();
  await expect.poll(status).toBe("COMPLETED");
  expect((await onlyCampaign(paceline)).live.figures).toMatchObject({ failed: 1, unresolved: 0 });
  expect(orders).toBe(1);
});

test("a call of which the carrier cannot tell waits for the supervisor: not placed, it is called", async () => {
  await oneUnresolvedCall();
  silent = false;
  await paceline.page.getByRole("button", { name: "It was not placed", exact: true }).click();
  await expect.poll(status, { timeout: 60_000 }).toBe("COMPLETED");
  const { figures } = (await onlyCampaign(paceline)).live;
  expect(figures).toMatchObject({ completed: 1, failed: 0, unresolved: 0 });
  expect(orders).toBe(2);
});

const status = async () => (await onlyCampaign(paceline)).status;

/** Ends on the campaign's page, with the call open that the supervisor has to decide on. */
async function oneUnresolvedCall(): Promise<void> {
  const { page } = paceline;
  const draft = await prepareCampaign(paceline, {
    name: "Lost",
    csv: contactsCsv({ hung_up_immediately: 1 }),
    dialing: { maxRetries: 3 },
  });
  await ask(page, "campaigns.start", { id: draft.id });
  await expect.poll(() => searches, { timeout: 15_000 }).toBeGreaterThan(0);
  await letPass(16 * 60_000);
  const unresolved = async () => (await onlyCampaign(paceline)).live.figures.unresolved;
  await expect.poll(unresolved, { timeout: 60_000 }).toBe(1);

  await page.getByRole("link", { name: draft.name }).click();
  await expect(page.getByText("The carrier cannot tell what became of 1 call.")).toBeVisible();
  await page.getByRole("grid", { name: "Calls" }).getByText("IN_PROGRESS").click();
  await expect(page.getByRole("group", { name: "Decide on attempt 1" })).toBeVisible();
}

function keepingCallsToItself(answer: RequestListener): RequestListener {
  return (request, response) => {
    const isOrder = request.method === "POST" && isAboutCalls(request);
    if (isOrder) orders += 1;
    if (silent && isOrder) {
      // Carried out all the same: what is written to a socket that is gone is lost.
      response.socket?.destroy();
      return answer(request, response);
    }
    if (silent && isAboutCalls(request)) {
      searches += 1;
      return response.writeHead(503).end();
    }
    return answer(request, response);
  };
}

const isAboutCalls = ({ url }: IncomingMessage) => /\/Calls\b/.test(url ?? "");

/** The computer's clocks move on, both alike; timers come when they would have come. */
async function letPass(milliseconds: number): Promise<void> {
  await paceline.app.evaluate((_electron, passed) => {
    const monotonic = performance.now.bind(performance);
    const wall = Date.now.bind(Date);
    Object.defineProperty(performance, "now", { value: () => monotonic() + passed });
    Object.defineProperty(Date, "now", { value: () => wall() + passed });
  }, milliseconds);
}
