import { beforeEach, describe, expect, test } from "vitest";
import { createAccountDirectory } from "../../../src/main/carrier";
import { drop, html, json, twilioError } from "../../support/scripted-http";
import { ACCOUNT, aScene, FROM, SECRET, TO } from "./scene";

const ACCOUNT_ROW = /^GET https:\/\/api\.twilio\.com\/2010-04-01\/Accounts\/AC0+\.json$/;
const OWNED = /^GET .*\/IncomingPhoneNumbers\.json$/;
const VERIFIED = /^GET .*\/OutgoingCallerIds\.json$/;
const BALANCE = /^GET .*\/Balance\.json$/;

const scene = aScene();

const owned = (...rows: unknown[]) => json(200, { incoming_phone_numbers: rows });
const verified = (...rows: unknown[]) => json(200, { outgoing_caller_ids: rows });
const account = (changes: object = {}) =>
  json(200, {
    sid: ACCOUNT,
    friendly_name: "Renewals",
    status: "active",
    type: "Full",
    ...changes,
  });

beforeEach(() => {
  scene.server.on(ACCOUNT_ROW, account());
  scene.server.on(OWNED, owned({ phone_number: FROM, capabilities: { voice: true } }));
  scene.server.on(VERIFIED, verified({ phone_number: TO }, { phone_number: FROM }));
  scene.server.on(BALANCE, json(200, { balance: "12.50", currency: "EUR" }));
});

describe("caller IDs", () => {
  test("are owned numbers, then verified ones, each once", async () => {
    expect(await scene.carrier.callerIds()).toEqual({ kind: "numbers", numbers: [FROM, TO] });
  });

  test("leave out numbers that cannot speak, and what is no number", async () => {
    scene.server.on(OWNED, owned({ phone_number: FROM, capabilities: { voice: false } }));
    scene.server.on(VERIFIED, verified({ phone_number: "client:ana" }, { phone_number: null }));
    expect(await scene.carrier.callerIds()).toEqual({ kind: "numbers", numbers: [] });
  });

  test("the first one is asked for once for many calls", async () => {
    const both = await Promise.all([scene.carrier.first(), scene.carrier.first()]);
    await scene.carrier.first();
    expect(both).toEqual([
      { kind: "number", number: FROM },
      { kind: "number", number: FROM },
    ]);
    expect(scene.server.requests).toHaveLength(2);
  });

  test("a fault is not remembered: the next call asks again", async () => {
    scene.server.on(OWNED, [html(502), owned({ phone_number: FROM })]);
    expect(await scene.carrier.first()).toMatchObject({
      kind: "failed",
      fault: { kind: "carrier" },
    });
    expect(await scene.carrier.first()).toEqual({ kind: "number", number: FROM });
  });

  test("an account without numbers is told what to do", async () => {
    scene.server.on(OWNED, owned());
    scene.server.on(VERIFIED, verified());
    expect(await scene.carrier.first()).toMatchObject({
      kind: "failed",
      fault: { kind: "account", advice: expect.stringContaining("Buy a number") as string },
    });
  });
});

test("the balance is a number with its currency", async () => {
  expect(await scene.carrier.balance()).toEqual({
    kind: "balance",
    balance: { amount: 12.5, currency: "EUR" },
  });
});

test.each([
  ["is no number", json(200, { balance: "a lot", currency: "EUR" })],
  ["cannot be asked for", drop],
])("a balance that %s is a fault", async (_, answer) => {
  scene.server.on(BALANCE, answer);
  expect(await scene.carrier.balance()).toMatchObject({ kind: "failed" });
});

describe("checking the connection", () => {
  test("finds name, balance and numbers", async () => {
    expect(await scene.carrier.checkConnection()).toEqual({
      ok: true,
      message: "The connection works.",
      advice: null,
      accountName: "Renewals",
      balance: { amount: 12.5, currency: "EUR" },
      callerIds: [FROM, TO],
    });
  });

  test.each([
    ["a wrong SID", twilioError(404, 20404), "knows no account"],
    ["a wrong secret", twilioError(401, 20003), "does not accept this auth token"],
    ["a suspended account that is refused", twilioError(401, 20005), "suspended"],
    ["a suspended account that may still be read", account({ status: "suspended" }), "suspended"],
    ["a closed account", account({ status: "closed" }), "closed"],
    ["a gateway in the way", html(502), "trouble"],
    ["an answer that is no answer", html(200), "could not be read"],
    ["a connection that breaks", drop, "broke off"],
  ])("tells %s", async (_, answer, words) => {
    scene.server.on(ACCOUNT_ROW, answer);
    const check = await scene.carrier.checkConnection();
    expect(check).toMatchObject({ ok: false, message: expect.stringContaining(words) as string });
    expect(check.advice).toBeTruthy();
    expect(check.message).not.toContain("No call was placed");
  });

  test("tells an account without numbers", async () => {
    scene.server.on(OWNED, owned());
    scene.server.on(VERIFIED, verified());
    expect(await scene.carrier.checkConnection()).toMatchObject({
      ok: false,
      message: expect.stringContaining("no number") as string,
      accountName: "Renewals",
    });
  });

  test("a trial account works, and is told what it may not do", async () => {
    scene.server.on(ACCOUNT_ROW, account({ type: "Trial" }));
    expect(await scene.carrier.checkConnection()).toMatchObject({
      ok: true,
      message: expect.stringContaining("trial") as string,
      advice: expect.stringContaining("verified") as string,
    });
  });

  test("tells that there is no way to the carrier", async () => {
    await scene.server.close();
    expect(await scene.carrier.checkConnection()).toMatchObject({
      ok: false,
      advice: expect.stringContaining("online") as string,
    });
  });
});

describe("checking the connection of an API key", () => {
  const withKey = () =>
    createAccountDirectory({
      accountSid: ACCOUNT,
      apiKeySid: `SK${"1".repeat(32)}`,
      secret: SECRET,
      baseUrl: scene.server.url,
      now: () => scene.now,
    });

  test("works for a standard key, which may not read the account", async () => {
    scene.server.on(ACCOUNT_ROW, twilioError(401, 20003));
    expect(await withKey().checkConnection()).toMatchObject({ ok: true, accountName: null });
  });

  test("tells a wrong secret", async () => {
    for (const matching of [ACCOUNT_ROW, OWNED, VERIFIED, BALANCE]) {
      scene.server.on(matching, twilioError(401, 20003));
    }
    expect(await withKey().checkConnection()).toMatchObject({
      ok: false,
      message: expect.stringContaining("API key") as string,
    });
  });

  test("sends the key instead of the account's SID as the user", async () => {
    await withKey().callerIds();
    const expected = Buffer.from(`SK${"1".repeat(32)}:${SECRET}`).toString("base64");
    expect(scene.server.requests[0]?.headers.authorization).toBe(`Basic ${expected}`);
  });
});
