import path from "node:path";
import { build } from "vite";
import { describe, expect, it, onTestFinished } from "vitest";
import { startPracticeLine } from "../../../src/main/practice-line/start";
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  CALLER,
  clientOf,
  ONLY_CONVERSATIONS,
  temporaryFolder,
  TWIML,
} from "./support/open-line";

const root = path.resolve(import.meta.dirname, "../../..");

async function builtWorker(): Promise<string> {
  const outDir = temporaryFolder();
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir,
      target: "node18",
      ssr: path.join(root, "src/main/practice-line/worker.ts"),
      rolldownOptions: { output: { format: "cjs", entryFileNames: "worker.cjs" } },
    },
  });
  return path.join(outDir, "worker.cjs");
}

async function start(overrides: { resources?: string } = {}) {
  const line = await startPracticeLine({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    folder: temporaryFolder(),
    resources: path.join(root, "resources/practice"),
    mix: ONLY_CONVERSATIONS,
    clock: { anchorVirtual: Date.UTC(2026, 4, 6), anchorReal: Date.now(), speed: 1000 },
    workerFile: await builtWorker(),
    onFailure: (error) => expect.unreachable(error.message),
    ...overrides,
  });
  onTestFinished(() => line.close());
  return { line, client: clientOf(line.url) };
}

describe("the practice line in its worker", () => {
  it("answers on the loopback interface, by the faster clock it was given", async () => {
    const { line, client } = await start();
    expect(line.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { sid } = await client.calls.create({ to: "+15005551001", from: CALLER, twiml: TWIML });
    // At most 52 s on the line: some 50 ms of ours.
    await expect
      .poll(async () => (await client.calls(sid).fetch()).status, { timeout: 5_000 })
      .toBe("completed");
  });

  it("takes a new mix while it runs", async () => {
    const { line, client } = await start();
    line.setMix({ ...ONLY_CONVERSATIONS, conversation: 0, busy: 1 });
    const { sid } = await client.calls.create({ to: "+12025550111", from: CALLER, twiml: TWIML });
    await expect
      .poll(async () => (await client.calls(sid).fetch()).status, { timeout: 5_000 })
      .toBe("busy");
  });

  it("stops answering once it is closed", async () => {
    const { line, client } = await start();
    await line.close();
    await expect(client.balance.fetch()).rejects.toThrow();
    await line.close();
  });

  it("says why it could not be opened", async () => {
    await expect(start({ resources: "/nowhere" })).rejects.toThrow(/nowhere/);
  });
});
