import { mkdtemp, rm } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { createPracticeServer } from "../../src/main/practice-line/server";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline } from "../support/electron";
import { onlyCampaign, prepareCampaign, startOnlyCampaign } from "../support/prepared-campaign";

const ACCOUNT_SID = `AC${"7".repeat(32)}`;
const AUTH_TOKEN = "a token that nobody may read";

test("calls over the server that PACELINE_CARRIER_URL names, with its credentials", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "paceline-carrier-"));
  const asked: { address: string; authorization: string }[] = [];
  const listen =
    (listener: RequestListener): RequestListener =>
    (request, response) => {
      asked.push({
        address: request.url ?? "",
        authorization: request.headers.authorization ?? "",
      });
      listener(request, response);
    };
  const carrier = await createPracticeServer(
    {
      accountSid: ACCOUNT_SID,
      authToken: AUTH_TOKEN,
      folder,
      resources: path.resolve(import.meta.dirname, "../../resources/practice"),
      mix: {
        conversation: 0,
        hung_up_immediately: 1,
        machine: 0,
        no_answer: 0,
        busy: 0,
        network_error: 0,
        declined: 0,
        invalid_number: 0,
      },
      clock: { now: Date.now },
      seed: "test carrier",
    },
    listen,
  );
  const paceline = await launchPaceline({
    env: {
      PACELINE_CARRIER_URL: carrier.url,
      TWILIO_ACCOUNT_SID: ACCOUNT_SID,
      TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    },
  });
  try {
    await expect(paceline.page.getByRole("complementary")).toContainText(carrier.url);
    await prepareCampaign(paceline, {
      name: "Over there",
      csv: contactsCsv({ hung_up_immediately: 2, busy: 1 }),
      dialing: { callsPerMinute: 600, maxConcurrentCalls: 3, maxRetries: 0 },
    });
    await startOnlyCampaign(paceline);
    const status = async () => (await onlyCampaign(paceline)).status;
    await expect.poll(status, { timeout: 45_000 }).toBe("COMPLETED");
    expect((await onlyCampaign(paceline)).live.figures).toMatchObject({ completed: 2, failed: 1 });

    const created = asked.filter(({ address }) =>
      address.startsWith(`/api.twilio.com/2010-04-01/Accounts/${ACCOUNT_SID}/Calls.json`),
    );
    expect(created.length).toBeGreaterThanOrEqual(3);
    const expected = Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString("base64");
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(
      new Set([`Basic ${expected}`]),
    );
    expect(paceline.stderr()).not.toContain(AUTH_TOKEN);
  } finally {
    await paceline.close();
    await carrier.close();
    await rm(folder, { recursive: true, force: true });
  }
});
