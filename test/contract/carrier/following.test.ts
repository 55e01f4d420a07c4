import { describe, expect, test } from "vitest";
import type { Reports } from "../../../src/main/dialing/ports";
import { drop, html, json, truncated, twilioError } from "../../support/scripted-http";
import { aScene, callPage, callRow, callSid, fetchOf, LIST, notificationsOf } from "./scene";

const scene = aScene();

const ended = { status: "completed", end_time: "Mon, 23 Nov 2026 10:00:31 +0000", duration: "25" };
const queued = { status: "queued", start_time: null };

function followed(...numbers: number[]) {
  return numbers.map((number) => ({ sid: callSid(number), placedAt: scene.now }));
}

function statuses(reports: Reports): Record<string, string> {
  if (reports.kind === "failed") return { failed: reports.fault.kind };
  return Object.fromEntries(
    reports.reports.map((it) => [Number(`0x${it.sid.slice(2)}`), it.status]),
  );
}

describe("following calls by lists", () => {
  test("asks nothing when no call is followed", async () => {
    expect(await scene.carrier.reports([])).toEqual({
      kind: "reports",
      reports: [],
      unknown: [],
      requests: 0,
    });
    expect(scene.server.requests).toHaveLength(0);
  });

  test("a single call is asked for by its name", async () => {
    scene.server.on(fetchOf(1), json(200, callRow(1, ended)));
    const reports = await scene.carrier.reports(followed(1));
    expect(reports).toMatchObject({
      requests: 1,
      reports: [
        { status: "completed", durationSeconds: 25, endedAt: Date.parse("2026-11-23T10:00:31Z") },
      ],
    });
  });

  test("many calls are one request", async () => {
    const rows = Array.from({ length: 300 }, (_, index) => callRow(index));
    scene.server.on(LIST, json(200, callPage(rows)));
    const reports = await scene.carrier.reports(followed(...rows.keys()));
    expect(reports).toMatchObject({ kind: "reports", requests: 1 });
    expect(Object.keys(statuses(reports))).toHaveLength(300);
    expect(Object.fromEntries(scene.server.requests[0]?.query ?? [])).toEqual({
      "StartTime>": "2026-11-23T09:59:45Z",
      PageSize: "1000",
    });
  });

  test("queued calls, which have no start, are one more request", async () => {
    scene.server.on(LIST, ({ query }) =>
      json(
        200,
        callPage(
          query.get("Status") === "queued"
            ? [2, 3, 4].map((number) => callRow(number, queued))
            : [callRow(1)],
        ),
      ),
    );
    const reports = await scene.carrier.reports(followed(1, 2, 3, 4));
    expect(reports).toMatchObject({ requests: 2 });
    expect(statuses(reports)).toEqual({ 1: "in_progress", 2: "queued", 3: "queued", 4: "queued" });
  });

  test("what no list shows is asked for by its name: it was taken back before it was dialed", async () => {
    scene.server.on(LIST, json(200, callPage([callRow(1)])));
    scene.server.on(fetchOf(2), json(200, callRow(2, { status: "canceled", start_time: null })));
    const reports = await scene.carrier.reports(followed(1, 2));
    expect(reports).toMatchObject({ requests: 2 });
    expect(statuses(reports)).toEqual({ 1: "in_progress", 2: "cancelled" });
  });

  test("other people's calls and rows that make no sense are passed over", async () => {
    const rows = [
      callRow(9),
      callRow(1, { status: "of a new kind" }),
      callRow(2, { sid: 5 }),
      callRow(2),
    ];
    scene.server.on(LIST, json(200, callPage(rows)));
    scene.server.on(fetchOf(1), json(200, callRow(1, { status: "of a new kind" })));
    expect(statuses(await scene.carrier.reports(followed(1, 2)))).toEqual({ 2: "in_progress" });
  });

  test("pages are walked while calls are missing, and rows that come twice count once", async () => {
    const numbers = [1, 2, 3, 4, 5, 6];
    scene.server.on(LIST, ({ query }) =>
      query.get("Page") === "1"
        ? json(200, callPage([callRow(3, ended), callRow(4), callRow(5), callRow(6)]))
        : json(
            200,
            callPage(
              [callRow(1), callRow(2), callRow(3)],
              "/2010-04-01/Accounts/AC00000000000000000000000000000000/Calls.json?Page=1",
            ),
          ),
    );
    const reports = await scene.carrier.reports(followed(...numbers));
    expect(reports).toMatchObject({ requests: 2 });
    expect(Object.keys(statuses(reports))).toHaveLength(6);
    expect(statuses(reports)[3]).toBe("in_progress");
  });

  test("does not walk pages for the sake of a few old calls", async () => {
    const next = "/2010-04-01/Accounts/AC00000000000000000000000000000000/Calls.json?Page=1";
    scene.server.on(LIST, json(200, callPage([callRow(2), callRow(3)], next)));
    scene.server.on(fetchOf(1), json(200, callRow(1)));
    expect(await scene.carrier.reports(followed(1, 2, 3))).toMatchObject({ requests: 2 });
  });

  test("a carrier whose clock runs ten minutes behind is understood", async () => {
    scene.carrierAhead = -600_000;
    scene.server.on(fetchOf(1), json(200, callRow(1)));
    await scene.carrier.reports(followed(1));
    scene.server.on(LIST, json(200, callPage([callRow(1), callRow(2)])));
    const reports = await scene.carrier.reports(followed(1, 2));
    expect(scene.server.requests[1]?.query.get("StartTime>")).toBe("2026-11-23T09:49:45Z");
    expect(reports).toMatchObject({ reports: [{ createdAt: scene.now + 600_000 }, {}] });
  });
});

describe("calls that the carrier does not know", () => {
  test("are told, once they have had the time to appear", async () => {
    const calls = [{ sid: callSid(1), placedAt: scene.now - 120_000 }];
    expect(await scene.carrier.reports(calls)).toMatchObject({
      unknown: [callSid(1)],
      reports: [],
    });
  });

  test("are no news while they were placed just now", async () => {
    expect(await scene.carrier.reports(followed(1))).toEqual({
      kind: "reports",
      reports: [],
      unknown: [],
      requests: 1,
    });
  });

  test("do not cost a request each when the list lags behind", async () => {
    scene.server.on(LIST, json(200, callPage([])));
    const numbers = Array.from({ length: 100 }, (_, index) => index);
    const reports = await scene.carrier.reports(followed(...numbers));
    expect(reports).toMatchObject({ kind: "reports", reports: [], unknown: [] });
    expect(reports.requests).toBeLessThanOrEqual(22);
  });
});

describe("why a call failed", () => {
  const failed = { status: "failed", end_time: "Mon, 23 Nov 2026 10:00:05 +0000", duration: "0" };

  async function failureFor(notifications: unknown[]) {
    scene.server.on(fetchOf(1), json(200, callRow(1, failed)));
    scene.server.on(notificationsOf(1), json(200, { notifications, page: 0 }));
    const reports = await scene.carrier.reports(followed(1));
    expect(reports.requests).toBe(2);
    return reports.kind === "reports" ? reports.reports[0]?.failure : null;
  }

  test.each([
    ["31404", "", { kind: "invalid-number" }],
    ["31484", "", { kind: "invalid-number" }],
    ["31604", "", { kind: "invalid-number" }],
    ["13224", "", { kind: "invalid-number" }],
    ["31486", "", { kind: "busy" }],
    ["31600", "", { kind: "busy" }],
    ["34002", "", { kind: "busy" }],
    ["31603", "", { kind: "declined" }],
    ["31607", "", { kind: "not-permitted" }],
    ["31608", "", { kind: "not-permitted" }],
    ["13225", "", { kind: "not-permitted" }],
    ["13227", "", { kind: "not-permitted" }],
    ["31480", "", { kind: "network" }],
    ["31408", "", { kind: "network" }],
    ["31503", "", { kind: "network" }],
    ["64000", "", { kind: "network" }],
    ["32011", "ErrorCode=32011&sipResponse=603&LogLevel=WARN", { kind: "declined" }],
    ["32011", "Msg=Got SIP Response 404 from peer", { kind: "invalid-number" }],
  ])("%s %s", async (code, text, failure) => {
    const row = { sid: `NO${"0".repeat(32)}`, error_code: code, message_text: text };
    expect(await failureFor([row])).toMatchObject(failure);
  });

  test("one cause that says more than the network counts among several", async () => {
    const rows = ["32011", "31603"].map((code) => ({ error_code: code, message_text: "" }));
    expect(await failureFor(rows)).toEqual({ kind: "declined" });
  });

  test("that nobody can be told who answered is no cause", async () => {
    const warned = { error_code: "21262", message_text: "" };
    const cause = { error_code: "31503", message_text: "" };
    const reason = { reason: expect.stringContaining("SIP 503") as string };
    expect(await failureFor([warned, cause])).toMatchObject(reason);
  });

  test("without a cause it is the network's, which is retried", async () => {
    expect(await failureFor([])).toMatchObject({ kind: "network" });
  });

  test("as long as the cause cannot be had the end is no news: it may have been declined", async () => {
    scene.server.on(fetchOf(1), json(200, callRow(1, failed)));
    scene.server.on(notificationsOf(1), html(502));
    const unheard = { kind: "failed", fault: { kind: "carrier" } };
    expect(await scene.carrier.reports(followed(1))).toMatchObject(unheard);
    scene.now += 9 * 60_000;
    expect(await scene.carrier.reports(followed(1))).toMatchObject(unheard);
    const row = { error_code: "31603", message_text: "" };
    scene.server.on(notificationsOf(1), json(200, { notifications: [row], page: 0 }));
    expect(await scene.carrier.reports(followed(1))).toMatchObject({
      reports: [{ status: "failed", failure: { kind: "declined" } }],
    });
  });

  test("a cause that cannot be had keeps back no other call", async () => {
    scene.server.on(LIST, json(200, callPage([callRow(1, failed), callRow(2, ended)])));
    scene.server.on(notificationsOf(1), drop);
    const reports = await scene.carrier.reports(followed(1, 2));
    expect(statuses(reports)).toEqual({ 2: "completed" });
  });

  test("a cause that cannot be had for ten minutes does not hide the end for ever", async () => {
    scene.server.on(fetchOf(1), json(200, callRow(1, failed)));
    scene.server.on(notificationsOf(1), html(502));
    await scene.carrier.reports(followed(1));
    scene.now += 10 * 60_000;
    expect(await scene.carrier.reports(followed(1))).toMatchObject({
      reports: [{ status: "failed", failure: { kind: "network" } }],
    });
  });

  test("a cause that the account may not read does not hide the end of the call", async () => {
    scene.server.on(fetchOf(1), json(200, callRow(1, failed)));
    scene.server.on(notificationsOf(1), twilioError(403, 20403));
    expect(await scene.carrier.reports(followed(1))).toMatchObject({
      reports: [{ status: "failed", failure: { kind: "network" } }],
    });
  });
});

describe("faults while calls are followed", () => {
  test.each([
    ["the connection breaks", drop, "carrier"],
    ["the answer is cut off", truncated(JSON.stringify(callPage([callRow(1)]))), "carrier"],
    ["the answer is HTML with 200", html(200), "carrier"],
    ["the answer is JSON of another shape", json(200, { calls: [null] }), "carrier"],
    ["a gateway answers 502", html(502), "carrier"],
    ["Twilio asks for fewer requests", twilioError(429, 20429), "carrier"],
    ["the credentials are wrong", twilioError(401, 20003), "account"],
  ])("%s", async (_, answer, kind) => {
    scene.server.on(LIST, answer);
    const reports = await scene.carrier.reports(followed(1, 2));
    expect(reports).toMatchObject({ kind: "failed", fault: { kind }, requests: 1 });
  });

  test("what was learned before a fault is told", async () => {
    scene.server.on(LIST, json(200, callPage([callRow(1)])));
    scene.server.on(fetchOf(2), drop);
    const reports = await scene.carrier.reports(followed(1, 2));
    expect(reports).toMatchObject({ kind: "reports", unknown: [], requests: 2 });
    expect(statuses(reports)).toEqual({ 1: "in_progress" });
  });
});
