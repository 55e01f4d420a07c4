import { describe, expect, test } from "vitest";
import type { CallOrder } from "../../../src/main/dialing/ports";
import { json, twilioError } from "../../support/scripted-http";
import {
  anOrder,
  aScene,
  callRow,
  callSid,
  CREATE,
  fetchOf,
  helloOr,
  NOW,
  updateOf,
} from "./scene";

const scene = aScene();

const machine = { answered_by: "machine_start" };
const ended = {
  status: "completed",
  end_time: new Date(NOW + 30_000).toUTCString(),
  duration: "9",
};

async function placed(order: Partial<CallOrder>): Promise<void> {
  scene.server.on(CREATE, json(201, callRow(1)));
  scene.server.on(updateOf(1), json(200, callRow(1, machine)));
  await scene.carrier.place(anOrder(order));
}

/** What a look at the call shows, while the carrier tells this of it. */
async function look(row: Record<string, unknown>) {
  scene.server.on(fetchOf(1), json(200, callRow(1, row)));
  return scene.carrier.reports([{ sid: callSid(1), placedAt: NOW }]);
}

const updates = () =>
  scene.server.requests.filter(({ method, address }) => updateOf(1).test(`${method} ${address}`));

describe.each(["wait", "meanwhile"] as const)("a machine, detection: %s", (machineDetection) => {
  test("is hung up on, once, where that was ordered", async () => {
    await placed({ machineDetection, machineReaction: "hang_up" });
    expect(await look({})).toMatchObject({ requests: 1 });
    expect(await look(machine)).toMatchObject({ requests: 2 });
    expect(await look(machine)).toMatchObject({ requests: 1 });
    expect(updates().map(({ form }) => form.get("Status"))).toEqual(["completed"]);
  });

  test("is left the message that the flow has for machines", async () => {
    scene.instructions = () =>
      Promise.resolve(helloOr({ text: "{{first_name}}, please call back.", language: "en-GB" }));
    await placed({ machineDetection, machineReaction: "leave_message" });
    await look({ answered_by: "machine_end_beep" });
    const [update, ...others] = updates();
    expect(others).toEqual([]);
    expect(update?.form.get("Status")).toBeNull();
    expect(update?.form.get("Twiml")).toContain(
      '<Say language="en-GB">Ana, please call back.</Say><Hangup/>',
    );
  });

  test("hears the flow after the beep, where the flow has no message for it", async () => {
    await placed({ machineDetection, machineReaction: "leave_message" });
    expect(await look({ answered_by: "machine_end_beep" })).toMatchObject({ requests: 1 });
    expect(updates()).toEqual([]);
  });

  test("is only told where the flow is to go on", async () => {
    await placed({ machineDetection, machineReaction: "talk" });
    expect(await look(machine)).toMatchObject({
      requests: 1,
      reports: [{ answeredBy: "machine" }],
    });
  });

  test("that shows only once the call is over has heard the flow, and counts as a machine", async () => {
    await placed({ machineDetection, machineReaction: "hang_up" });
    await look({});
    expect(await look({ ...machine, ...ended })).toMatchObject({
      requests: 1,
      reports: [{ status: "completed", answeredBy: "machine" }],
    });
    expect(updates()).toEqual([]);
  });
});

test.each(["human", "unknown", null])("nothing is done to a call answered by %s", async (who) => {
  await placed({ machineDetection: "meanwhile", machineReaction: "hang_up" });
  expect(await look({ answered_by: who })).toMatchObject({ requests: 1 });
  expect(updates()).toEqual([]);
});

test("a call that ended before it could be hung up on is told as it is", async () => {
  await placed({ machineDetection: "wait", machineReaction: "hang_up" });
  scene.server.on(updateOf(1), twilioError(400, 21220));
  expect(await look(machine)).toMatchObject({
    kind: "reports",
    reports: [{ status: "in_progress", answeredBy: "machine" }],
  });
});
