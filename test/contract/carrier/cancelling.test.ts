import { describe, expect, test } from "vitest";
import { drop, json, twilioError } from "../../support/scripted-http";
import { aScene, callRow, callSid, fetchOf, updateOf } from "./scene";

const scene = aScene();

const cancelled = { status: "canceled", start_time: null };

describe("taking a queued call back", () => {
  test("tells that it is cancelled", async () => {
    scene.server.on(updateOf(1), json(200, callRow(1, cancelled)));
    expect(await scene.carrier.cancelQueued(callSid(1))).toMatchObject({
      kind: "reports",
      reports: [{ sid: callSid(1), status: "cancelled" }],
      requests: 1,
    });
    expect(scene.server.requests[0]?.form.get("Status")).toBe("canceled");
  });

  test("tells what it came to where it is too late", async () => {
    scene.server.on(updateOf(1), twilioError(400, 21220));
    scene.server.on(fetchOf(1), json(200, callRow(1)));
    expect(await scene.carrier.cancelQueued(callSid(1))).toMatchObject({
      reports: [{ status: "in_progress" }],
      requests: 2,
    });
  });

  test("looks again where the answer still shows it queued", async () => {
    scene.server.on(updateOf(1), json(200, callRow(1, { status: "queued", start_time: null })));
    scene.server.on(fetchOf(1), json(200, callRow(1, cancelled)));
    expect(await scene.carrier.cancelQueued(callSid(1))).toMatchObject({
      reports: [{ status: "cancelled" }],
      requests: 2,
    });
  });

  test("tells that the carrier knows no such call", async () => {
    expect(await scene.carrier.cancelQueued(callSid(1))).toMatchObject({
      reports: [],
      unknown: [callSid(1)],
    });
  });

  test("a lost answer is a fault, not an end", async () => {
    scene.server.on(updateOf(1), drop);
    expect(await scene.carrier.cancelQueued(callSid(1))).toMatchObject({
      kind: "failed",
      fault: { kind: "carrier" },
    });
  });
});
