import { tmpdir } from "node:os";
import path from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  delayed,
  drop,
  html,
  json,
  reply,
  truncated,
  twilioError,
} from "../../support/scripted-http";
import { ACCOUNT, anOrder, aScene, callSid, FROM, SECRET, TO } from "./scene";

const scene = aScene();

const BASIC = Buffer.from(`${ACCOUNT}:${SECRET}`).toString("base64");

let printed: unknown[];

beforeEach(() => {
  printed = [];
  for (const method of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, method).mockImplementation((...values) => void printed.push(values));
  }
});
afterEach(() => vi.restoreAllMocks());

/** Everything that leaves the carrier's folder: values, what is thrown, what is printed. */
async function everything(): Promise<unknown[]> {
  const { carrier } = scene;
  const calls = [1, 2, 3].map((number) => ({ sid: callSid(number), placedAt: scene.now }));
  const results = await Promise.allSettled([
    carrier.place(anOrder()),
    carrier.reports(calls),
    carrier.search({ to: TO, from: FROM, since: scene.now }),
    carrier.cancelQueued(callSid(1)),
    carrier.first(),
    carrier.callerIds(),
    carrier.balance(),
    carrier.checkConnection(),
    carrier.recordingOf(callSid(1)),
    carrier.download(`RE${"1".repeat(32)}`, path.join(tmpdir(), "paceline-never-kept.wav")),
    carrier.requestTranscript(`GA${"1".repeat(32)}`, `RE${"1".repeat(32)}`),
    carrier.transcript(`GT${"1".repeat(32)}`, 1),
  ]);
  expect(results.map(({ status }) => status)).not.toContain("rejected");
  return [...results, ...printed];
}

const never = new Promise<void>(() => undefined);

test.each([
  ["refused credentials", twilioError(401, 20003)],
  ["dropped connections", drop],
  ["answers that are cut off", truncated(JSON.stringify({ calls: [] }))],
  ["gateways' HTML", html(502)],
  ["HTML instead of JSON", html(200)],
  ["answers that echo what was sent", json(400, { code: 99999, message: `${SECRET} ${BASIC}` })],
  ["redirects", reply(302, "", { Location: `https://user:${SECRET}@example.com/` })],
  ["empty answers", reply(200, "")],
])("neither secret nor contact's number leaves the carrier after %s", async (_, answer) => {
  scene.server.on(/./, answer);
  const shown = inspect(await everything(), { depth: 20, showHidden: true });
  expect(shown).not.toContain(SECRET);
  expect(shown).not.toContain(BASIC);
  expect(shown).not.toContain(TO);
});

test("nor when the server goes away while it is being asked", async () => {
  scene.server.on(/./, delayed(never, drop));
  const asked = everything();
  await vi.waitUntil(() => scene.server.requests.length >= 5);
  await scene.server.close();
  const shown = inspect(await asked, { depth: 20, showHidden: true });
  expect(shown).not.toContain(SECRET);
  expect(shown).not.toContain(BASIC);
});

test("the carrier itself shows no secret when it is printed", () => {
  const shown = inspect(scene.carrier, { depth: 20 }) + JSON.stringify(scene.carrier);
  expect(shown).not.toContain(SECRET);
});
