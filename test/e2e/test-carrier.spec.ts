import type { RequestListener } from "node:http";
import type net from "node:net";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { createPracticeServer, type PracticeServer } from "../../src/main/practice-line/server";
import { ask } from "../support/ask";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { onlyCampaign, prepareCampaign } from "../support/prepared-campaign";
import { Supervisor } from "../support/supervisor";

const accountSid = `AC${"7".repeat(32)}`;
const authToken = "token-that-nobody-may-read";

let folder: string;
let carrier: PracticeServer;
let requests: { host: string; authorization: string | undefined }[];

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "paceline-test-"));
  requests = [];
  const noting =
    (answer: RequestListener): RequestListener =>
    (request, response) => {
      const host = request.url?.split("/")[1] ?? "";
      requests.push({ host, authorization: request.headers.authorization });
      answer(request, response);
    };
  const options = {
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
    seed: "test carrier",
  };
  carrier = await createPracticeServer(options, noting);
});

test.afterEach(async () => {
  await carrier.close();
  await rm(folder, { recursive: true, force: true });
});

test("runs a campaign against the carrier that the environment names, and asks no other", async () => {
  const paceline = await launchPaceline({ dataDir: folder, env: environment(authToken) });
  try {
    const { page } = paceline;
    await expect(page.getByLabel("Test carrier")).toContainText(carrier.url);
    await noteConnections(paceline);
    const draft = await prepareCampaign(paceline, {
      name: "Elsewhere",
      csv: contactsCsv({ hung_up_immediately: 2, busy: 2, declined: 1 }),
      dialing: { callsPerMinute: 120, maxRetries: 0 },
    });
    await ask(page, "campaigns.start", { id: draft.id });
    const status = async () => (await onlyCampaign(paceline)).status;
    await expect.poll(status, { timeout: 45_000 }).toBe("COMPLETED");
    const { figures } = (await onlyCampaign(paceline)).live;
    expect(figures).toMatchObject({ total: 5, completed: 3, failed: 2 });

    const wanted = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
    expect(new Set(requests.map(({ authorization }) => authorization))).toEqual(new Set([wanted]));
    expect([...new Set(requests.map(({ host }) => host))]).toContain("api.twilio.com");
    expect(await connections(paceline)).toEqual([new URL(carrier.url).host]);
  } finally {
    await paceline.close();
  }
  await expectNothingPrivateLogged(paceline.stderr());
});

test("says that the credentials are refused, and writes them into no log", async () => {
  const paceline = await launchPaceline({ dataDir: folder, env: environment("a-wrong-token") });
  try {
    const supervisor = new Supervisor(paceline);
    const draft = await prepareCampaign(paceline, {
      name: "Refused",
      csv: contactsCsv({ conversation: 2 }),
    });
    await supervisor.page.getByRole("link", { name: draft.name }).click();
    await supervisor.page.getByRole("button", { name: "Start Campaign" }).first().click();
    const dialog = supervisor.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Start Campaign" }).click();
    await expect(dialog).toContainText(/Account SID|credentials|auth token/i);
    await expect(dialog).not.toContainText(/Error:|20003|a-wrong-token/);
    expect((await onlyCampaign(paceline)).status).toBe("DRAFT");
  } finally {
    await paceline.close();
  }
  await expectNothingPrivateLogged(paceline.stderr());
});

const environment = (token: string) => ({
  PACELINE_CARRIER_URL: carrier.url,
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: token,
});

/** Every connection that the main process opens from now on, and every address its pages ask for. */
async function noteConnections({ app }: RunningPaceline): Promise<void> {
  await app.evaluate(({ session }) => {
    const connected: string[] = [];
    Object.assign(globalThis, { connected });
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way to a module from here
    const { Socket } = process.mainModule!.require("node:net") as typeof net;
    const connect = Socket.prototype.connect as (...given: unknown[]) => Socket;
    type Socket = InstanceType<typeof Socket>;
    Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
      const [first] = given.flat(2) as { host?: string; port?: number }[];
      connected.push(`${first?.host}:${first?.port}`);
      return connect.apply(this, given);
    };
    session.defaultSession.webRequest.onBeforeRequest(({ url }, go) => {
      if (!url.startsWith("paceline:")) connected.push(url);
      go({});
    });
  });
}

const connections = ({ app }: RunningPaceline) =>
  app.evaluate(() => [...new Set((globalThis as unknown as { connected: string[] }).connected)]);

/** Credentials, contacts' numbers and names. */
async function expectNothingPrivateLogged(stderr: string): Promise<void> {
  const logs = path.join(folder, "logs");
  const files = await readdir(logs).catch(() => []);
  const texts = await Promise.all(files.map((file) => readFile(path.join(logs, file), "utf8")));
  const basic = Buffer.from(`${accountSid}:`).toString("base64").slice(0, 40);
  for (const text of [stderr, ...texts]) {
    for (const secret of [authToken, "a-wrong-token", basic, "+1500555", "busy 1"]) {
      expect(text).not.toContain(secret);
    }
  }
}
