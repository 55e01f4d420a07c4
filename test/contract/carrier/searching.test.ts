import { describe, expect, test } from "vitest";
import { drop, json, twilioError } from "../../support/scripted-http";
import { aScene, callPage, callRow, callSid, FROM, LIST, TO } from "./scene";

const scene = aScene();

const lost = () => ({ to: TO, from: FROM, since: scene.now });

function script(between: unknown[], queued: unknown[]): void {
  scene.server.on(LIST, ({ query }) =>
    json(200, callPage(query.get("Status") === "queued" ? queued : between)),
  );
}

async function found(): Promise<string[]> {
  const search = await scene.carrier.search(lost());
  return search.kind === "found" ? search.reports.map(({ sid }) => sid) : [];
}

describe("looking for a call whose answer was lost", () => {
  test("asks for calls between the two numbers, and for queued ones", async () => {
    script([callRow(1)], [callRow(2, { status: "queued", start_time: null })]);
    expect(await found()).toEqual([callSid(1), callSid(2)]);
    const queries = scene.server.requests.map(({ query }) => Object.fromEntries(query));
    expect(queries).toEqual([
      { To: TO, From: FROM, PageSize: "50" },
      { Status: "queued", PageSize: "1000" },
    ]);
  });

  test("a call that both lists show is one", async () => {
    const row = callRow(1, { status: "queued", start_time: null });
    script([row], [row]);
    expect(await found()).toEqual([callSid(1)]);
  });

  test.each([
    ["to another number", { to: "+14155550199" }],
    ["from another number", { from: "+14155550199" }],
    ["that came in", { direction: "inbound" }],
    ["that a transfer made", { direction: "outbound-dial" }],
    ["that is older", { date_created: "Mon, 23 Nov 2026 09:50:00 +0000" }],
  ])("passes over calls %s", async (_, changes) => {
    script([callRow(1, changes)], []);
    expect(await found()).toEqual([]);
  });

  test("finds it although the carrier's clock is ten minutes behind", async () => {
    scene.carrierAhead = -600_000;
    script([callRow(1, { date_created: "Mon, 23 Nov 2026 09:50:00 +0000" })], []);
    expect(await found()).toEqual([callSid(1)]);
  });

  test.each([
    ["the connection breaks", drop, "carrier"],
    ["the credentials are wrong", twilioError(401, 20003), "account"],
  ])("says so when %s: silence is not 'no such call'", async (_, answer, kind) => {
    scene.server.on(LIST, answer);
    expect(await scene.carrier.search(lost())).toMatchObject({ kind: "failed", fault: { kind } });
  });

  test("does not answer from one list when the other one fails", async () => {
    scene.server.on(LIST, ({ query }) =>
      query.has("Status") ? drop : json(200, callPage([callRow(1)])),
    );
    expect(await scene.carrier.search(lost())).toMatchObject({ kind: "failed" });
  });
});
