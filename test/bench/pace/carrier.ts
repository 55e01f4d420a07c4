import type { IncomingMessage, RequestListener } from "node:http";
import path from "node:path";
import { practiceClock } from "../../../src/main/practice-line/clock";
import { createPracticeServer } from "../../../src/main/practice-line/server";
import type { CarrierSetting, FromCarrier, ToCarrier } from "./messages";

/**
 * A process of its own: the practice line, with a clock at its door that notes when a request to
 * start a call arrives. Every number is busy, so that calls are short and none is recorded.
 */
const setting = JSON.parse(process.argv[2]!) as CarrierSetting;
const moments: Record<string, number[]> = {};

const noteArrivals =
  (line: RequestListener): RequestListener =>
  (request, response) => {
    const arrived = performance.now();
    const contender = contenderOf(request);
    if (contender !== null) (moments[contender] ??= []).push(arrived);
    if (contender === null || contender === "ours") return line(request, response);
    request.resume().on("end", () => response.writeHead(201).end("{}"));
  };

/** Ours asks as one asks Twilio; a peer asks at `/peer/NAME`. */
function contenderOf(request: IncomingMessage): string | null {
  if (request.method !== "POST" || request.url === undefined) return null;
  const peer = /^\/peer\/(.+)$/.exec(request.url);
  return peer?.[1] ?? (request.url.endsWith("/Calls.json") ? "ours" : null);
}

const server = await createPracticeServer(
  {
    ...setting,
    resources: path.resolve("resources/practice"),
    mix: {
      conversation: 0,
      hung_up_immediately: 0,
      machine: 0,
      no_answer: 0,
      busy: 1,
      network_error: 0,
      declined: 0,
      invalid_number: 0,
    },
    clock: practiceClock({ anchorReal: 0, anchorVirtual: 0, speed: 1 }),
    seed: "pace",
  },
  noteArrivals,
);

const tell = (message: FromCarrier) => process.send?.(message);
process.on("message", (_: ToCarrier) => tell({ kind: "moments", moments }));
tell({ kind: "open", url: server.url });
