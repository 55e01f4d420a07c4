import { describe, expect, test } from "vitest";
import { drop, html, json, truncated, twilioError } from "../../support/scripted-http";
import { createTwilioCarrier } from "../../../src/main/carrier";
import {
  ACCOUNT,
  ana,
  anOrder,
  aScene,
  callRow,
  callSid,
  CREATE,
  FROM,
  helloOr,
  SECRET,
  TO,
} from "./scene";

const scene = aScene();

describe("placing a call", () => {
  test("sends what was ordered, and nothing else, with the account's credentials", async () => {
    scene.server.on(CREATE, json(201, callRow(1, { status: "queued", start_time: null })));

    await scene.carrier.place(anOrder());

    const [request] = scene.server.requests;
    expect(scene.server.requests).toHaveLength(1);
    expect(request?.headers.authorization).toBe(
      `Basic ${Buffer.from(`${ACCOUNT}:${SECRET}`).toString("base64")}`,
    );
    expect(Object.fromEntries(request?.form ?? [])).toEqual({
      To: TO,
      From: FROM,
      Timeout: "30",
      TimeLimit: "300",
      Record: "true",
      RecordingChannels: "dual",
      Twiml:
        '<?xml version="1.0" encoding="UTF-8"?><Response><!-- attempt 42 --><Say language="en-US">Hello Ana</Say></Response>',
    });
  });

  test("reports the call as the carrier shows it", async () => {
    scene.server.on(CREATE, json(201, callRow(1, { status: "queued", start_time: null })));

    expect(await scene.carrier.place(anOrder())).toEqual({
      kind: "placed",
      report: {
        sid: callSid(1),
        status: "queued",
        createdAt: scene.now,
        startedAt: null,
        endedAt: null,
        durationSeconds: null,
        answeredBy: null,
        failure: null,
      },
    });
  });

  test("marks a TwiML address with the attempt, whatever query it has already", async () => {
    scene.server.on(CREATE, json(201, callRow(1)));
    scene.instructions = () =>
      Promise.resolve({
        kind: "flow",
        content: { kind: "twiml-address", url: "https://example.com/flow?language=en" },
        contact: ana,
      });

    await scene.carrier.place(anOrder());

    const form = scene.server.requests[0]?.form;
    expect(form?.get("Url")).toBe("https://example.com/flow?language=en&pacelineAttempt=42");
    expect(form?.has("Twiml")).toBe(false);
  });

  test.each([
    ["off", "hang_up", null, null],
    ["wait", "talk", "Enable", null],
    ["wait", "hang_up", "Enable", null],
    ["wait", "leave_message", "DetectMessageEnd", null],
    ["meanwhile", "talk", "Enable", "true"],
    ["meanwhile", "leave_message", "DetectMessageEnd", "true"],
  ] as const)(
    "with detection %s and reaction %s asks Twilio for %s, asynchronous: %s",
    async (machineDetection, machineReaction, detection, asynchronous) => {
      scene.server.on(CREATE, json(201, callRow(1)));
      await scene.carrier.place(anOrder({ machineDetection, machineReaction }));
      const form = scene.server.requests[0]?.form;
      expect(form?.get("MachineDetection")).toBe(detection);
      expect(form?.get("AsyncAmd")).toBe(asynchronous);
    },
  );

  test("refuses a message for machines that is too long for this contact", async () => {
    const machineMessage = { text: "&".repeat(900), language: "en-US" };
    scene.instructions = () => Promise.resolve(helloOr(machineMessage));
    const order = anOrder({ machineDetection: "wait", machineReaction: "leave_message" });
    expect(await scene.carrier.place(order)).toMatchObject({
      kind: "refused",
      fault: {
        kind: "account",
        message: expect.stringContaining("message for machines") as string,
      },
    });
    expect(scene.server.requests).toHaveLength(0);
  });

  test("counts as placed even where only the SID can be read", async () => {
    scene.server.on(CREATE, json(201, { sid: callSid(1), status: "of a new kind" }));
    expect(await scene.carrier.place(anOrder())).toMatchObject({
      kind: "placed",
      report: { sid: callSid(1), status: "queued" },
    });
  });
});

describe("a request to place a call whose answer is lost is ambiguous, and never repeated", () => {
  test.each([
    ["the connection breaks after the request was taken in", drop],
    ["the answer is cut off", truncated(JSON.stringify(callRow(1)))],
    ["the answer is HTML with 200", html(200)],
    ["the answer is JSON without a SID", json(201, {})],
    ["a gateway answers 502", html(502)],
    ["Twilio answers 500", twilioError(500, 20500)],
    ["Twilio answers 503", twilioError(503, 20503)],
    ["somebody on the way redirects", json(302, {}, { Location: "https://portal.example/" })],
  ])("%s", async (_, answer) => {
    scene.server.on(CREATE, answer);
    const placement = await scene.carrier.place(anOrder());
    expect(placement.kind).toBe("ambiguous");
    expect(scene.server.requests).toHaveLength(1);
  });
});

describe("a call that was certainly not placed is refused", () => {
  test("429 is the carrier's, with the patience that it asks for", async () => {
    scene.server.on(CREATE, twilioError(429, 20429, { "Retry-After": "7" }));
    expect(await scene.carrier.place(anOrder())).toMatchObject({
      kind: "refused",
      fault: { kind: "carrier", retryAfterMs: 7_000 },
    });
    expect(scene.server.requests).toHaveLength(1);
  });

  test("429 with a date as Retry-After", async () => {
    const until = new Date(scene.now + 90_000).toUTCString();
    scene.server.on(CREATE, twilioError(429, 20429, { "Retry-After": until }));
    expect(await scene.carrier.place(anOrder())).toMatchObject({
      fault: { kind: "carrier", retryAfterMs: 90_000 },
    });
  });

  test("wrong credentials are the account's", async () => {
    scene.server.on(CREATE, twilioError(401, 20003));
    expect(await scene.carrier.place(anOrder())).toMatchObject({
      kind: "refused",
      fault: { kind: "account", message: expect.stringContaining("No call was placed.") as string },
    });
  });

  test("an invalid number is the contact's", async () => {
    scene.server.on(CREATE, twilioError(400, 21211));
    expect(await scene.carrier.place(anOrder())).toMatchObject({
      kind: "refused",
      fault: { kind: "contact", outcome: "invalid_number" },
    });
  });

  test("where nobody listens nothing was sent: the carrier's", async () => {
    await scene.server.close();
    expect(await scene.carrier.place(anOrder())).toMatchObject({
      kind: "refused",
      fault: { kind: "carrier" },
    });
  });

  test("where the name cannot be resolved nothing was sent", async () => {
    const carrier = createTwilioCarrier({
      accountSid: ACCOUNT,
      apiKeySid: null,
      secret: SECRET,
      baseUrl: "http://nowhere.invalid",
      instructionsFor: () => scene.instructions(),
    });
    expect(await carrier.place(anOrder())).toMatchObject({
      kind: "refused",
      fault: { kind: "carrier" },
    });
  });
});

describe("a call without usable instructions is not asked for", () => {
  test("a flow that is gone pauses the campaign with its own words", async () => {
    scene.instructions = () =>
      Promise.resolve({ kind: "missing", message: "The flow is gone.", advice: "Choose another." });
    expect(await scene.carrier.place(anOrder())).toEqual({
      kind: "refused",
      fault: { kind: "account", message: "The flow is gone.", advice: "Choose another." },
    });
    expect(scene.server.requests).toHaveLength(0);
  });

  test("instructions that cannot be read do not throw", async () => {
    scene.instructions = () => Promise.reject(new Error("disk I/O error at 0x1f"));
    const placement = await scene.carrier.place(anOrder());
    expect(placement).toMatchObject({ kind: "refused", fault: { kind: "account" } });
    expect(JSON.stringify(placement)).not.toContain("0x1f");
  });

  test("a script that is too long for this contact is not sent", async () => {
    scene.instructions = () =>
      Promise.resolve({
        kind: "flow",
        content: {
          kind: "script",
          steps: [1, 2].map(() => ({ kind: "say", text: "a ".repeat(1_100), language: "en-US" })),
        },
        contact: ana,
      });
    expect(await scene.carrier.place(anOrder())).toMatchObject({
      kind: "refused",
      fault: { kind: "account", message: expect.stringContaining("too long") as string },
    });
    expect(scene.server.requests).toHaveLength(0);
  });
});
