import { describe, expect, test } from "vitest";
import { drop, json, twilioError } from "../../support/scripted-http";
import { ACCOUNT, aScene } from "./scene";

const scene = aScene();
const SERVICE = `GA${"1".repeat(32)}`;
const RECORDING = `RE${"1".repeat(32)}`;
const TRANSCRIPT = `GT${"1".repeat(32)}`;

const BASE = "https://intelligence\\.twilio\\.com/v2/Transcripts";
const LIST = new RegExp(`^GET ${BASE}$`);
const CREATE = new RegExp(`^POST ${BASE}$`);
const FETCH = new RegExp(`^GET ${BASE}/${TRANSCRIPT}$`);
const SENTENCES = new RegExp(`^GET ${BASE}/${TRANSCRIPT}/Sentences$`);
const OPERATORS = new RegExp(`^GET ${BASE}/${TRANSCRIPT}/OperatorResults$`);

const row = (changes: object = {}) => ({
  sid: TRANSCRIPT,
  account_sid: ACCOUNT,
  service_sid: SERVICE,
  status: "queued",
  ...changes,
});
const list = (key: string, rows: unknown[], next: string | null = null) =>
  json(200, { [key]: rows, meta: { key, next_page_url: next, page: 0, page_size: 50 } });

describe("asking for a transcript", () => {
  test("names the recording as its source", async () => {
    scene.server.on(LIST, list("transcripts", []));
    scene.server.on(CREATE, json(201, row()));
    expect(await scene.carrier.requestTranscript(SERVICE, RECORDING)).toEqual({
      kind: "requested",
      transcriptSid: TRANSCRIPT,
    });
    expect(scene.server.requests[0]?.query.get("SourceSid")).toBe(RECORDING);
    expect(Object.fromEntries(scene.server.requests[1]?.form ?? [])).toEqual({
      ServiceSid: SERVICE,
      Channel: JSON.stringify({ media_properties: { source_sid: RECORDING } }),
      CustomerKey: RECORDING,
    });
  });

  test("takes the one that is there already: each costs money", async () => {
    scene.server.on(LIST, list("transcripts", [row({ status: "completed" })]));
    expect(await scene.carrier.requestTranscript(SERVICE, RECORDING)).toMatchObject({
      transcriptSid: TRANSCRIPT,
    });
    expect(scene.server.requests).toHaveLength(1);
  });

  test("makes a new one beside one that failed", async () => {
    scene.server.on(LIST, list("transcripts", [row({ status: "failed", sid: "GT0" })]));
    scene.server.on(CREATE, json(201, row()));
    expect(await scene.carrier.requestTranscript(SERVICE, RECORDING)).toMatchObject({
      transcriptSid: TRANSCRIPT,
    });
  });

  test("does not make one where it cannot be told whether there is one", async () => {
    scene.server.on(LIST, drop);
    expect(await scene.carrier.requestTranscript(SERVICE, RECORDING)).toMatchObject({
      kind: "failed",
    });
    expect(scene.server.requests).toHaveLength(1);
  });
});

describe("reading a transcript", () => {
  const sentence = (index: number, track: number, text: string) => ({
    sentence_index: index,
    media_channel: track,
    transcript: text,
    start_time: String(index * 2),
    end_time: String(index * 2 + 1.5),
  });

  function script(operators: unknown[] = []): void {
    scene.server.on(FETCH, json(200, row({ status: "completed" })));
    scene.server.on(SENTENCES, ({ query }) =>
      query.get("Page") === "1"
        ? list("sentences", [sentence(1, 1, "Hi."), sentence(2, 2, "Good.")])
        : list(
            "sentences",
            [sentence(0, 2, "Hello, Ana."), sentence(1, 1, "Hi.")],
            `https://intelligence.twilio.com/v2/Transcripts/${TRANSCRIPT}/Sentences?Page=1`,
          ),
    );
    scene.server.on(OPERATORS, list("operator_results", operators));
  }

  test("tells who said what and when, over all pages, each sentence once", async () => {
    script();
    expect(await scene.carrier.transcript(TRANSCRIPT, 1)).toEqual({
      kind: "ready",
      summary: null,
      lines: [
        { speaker: "ai", start: 0, end: 1.5, text: "Hello, Ana." },
        { speaker: "customer", start: 2, end: 3.5, text: "Hi." },
        { speaker: "ai", start: 4, end: 5.5, text: "Good." },
      ],
    });
  });

  test("the setting says which track is the customer's", async () => {
    script();
    expect(await scene.carrier.transcript(TRANSCRIPT, 2)).toMatchObject({
      lines: [{ speaker: "customer" }, { speaker: "ai" }, { speaker: "customer" }],
    });
  });

  test("its summary is the operator's that calls itself one", async () => {
    const generated = (name: string, result: string) => ({
      operator_sid: "LY1",
      operator_type: "text-generation",
      name,
      text_generation_results: { format: "text", result },
    });
    script([
      { operator_sid: "LY0", name: "Sentiment", text_generation_results: null },
      generated("Next steps", "Call again."),
      generated("Call Summary", "Ana renewed."),
    ]);
    expect(await scene.carrier.transcript(TRANSCRIPT, 1)).toMatchObject({
      summary: "Ana renewed.",
    });
  });

  test.each(["queued", "new", "in-progress"])("is not ready while %s", async (status) => {
    scene.server.on(FETCH, json(200, row({ status })));
    expect(await scene.carrier.transcript(TRANSCRIPT, 1)).toEqual({ kind: "not-ready" });
  });

  test.each(["failed", "canceled", "error"])("is absent once %s", async (status) => {
    scene.server.on(FETCH, json(200, row({ status })));
    expect(await scene.carrier.transcript(TRANSCRIPT, 1)).toMatchObject({ kind: "absent" });
  });

  test("is absent once it is gone", async () => {
    scene.server.on(FETCH, twilioError(404, 20404));
    expect(await scene.carrier.transcript(TRANSCRIPT, 1)).toMatchObject({ kind: "absent" });
  });

  test("is not taken half: without the summary's answer it is asked for again", async () => {
    script();
    scene.server.on(OPERATORS, drop);
    expect(await scene.carrier.transcript(TRANSCRIPT, 1)).toMatchObject({ kind: "failed" });
  });
});
