import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a scripted server does with a request. */
export type Answer =
  | {
      readonly kind: "reply";
      readonly status: number;
      readonly headers: Headers;
      readonly body: Buffer;
    }
  /** Takes the request in whole, then closes the connection. */
  | { readonly kind: "drop" }
  /** Announces the whole body, sends half of it, then closes the connection. */
  | { readonly kind: "truncate"; readonly headers: Headers; readonly body: Buffer }
  /** Answers once the promise is kept. */
  | { readonly kind: "delay"; readonly until: Promise<unknown>; readonly then: Answer };

type Headers = Readonly<Record<string, string>>;

/** A request as it arrived. `address` is the one that was meant: `https://HOST/PATH`. */
export interface Received {
  readonly method: string;
  readonly address: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
}

export interface ScriptedServer {
  /** What PACELINE_CARRIER_URL would hold. */
  readonly url: string;
  readonly requests: readonly Received[];
  /**
   * Answers requests whose "METHOD https://HOST/PATH" matches: one answer for ever, or those of a
   * list in turn, the last for ever, or whatever a function says. What was said last counts.
   */
  on(matching: RegExp, answer: Answer | readonly Answer[] | ((request: Received) => Answer)): void;
  close(): Promise<void>;
}

export const json = (status: number, body: unknown, headers: Headers = {}): Answer =>
  reply(status, JSON.stringify(body), { "Content-Type": "application/json", ...headers });

export const html = (status: number): Answer =>
  reply(status, "<html><body>Gateway</body></html>", { "Content-Type": "text/html" });

export const reply = (status: number, body: string | Buffer, headers: Headers = {}): Answer => ({
  kind: "reply",
  status,
  headers,
  body: Buffer.from(body),
});

export const drop: Answer = { kind: "drop" };

export const truncated = (body: string | Buffer, headers: Headers = {}): Answer => ({
  kind: "truncate",
  headers,
  body: Buffer.from(body),
});

export const delayed = (until: Promise<unknown>, then: Answer): Answer => ({
  kind: "delay",
  until,
  then,
});

/** Twilio's own way of saying no. */
export const twilioError = (status: number, code: number, headers: Headers = {}): Answer =>
  json(status, { code, message: `message of ${code}`, more_info: "", status }, headers);

/** A server on 127.0.0.1 that stands for Twilio and does exactly what a test tells it, at `now`. */
export async function scriptedServer(now: () => number = Date.now): Promise<ScriptedServer> {
  const requests: Received[] = [];
  const rules: { matching: RegExp; next: (request: Received) => Answer }[] = [];
  const server = createServer((incoming, outgoing) => {
    void receive(incoming).then((request) => {
      requests.push(request);
      outgoing.setHeader("Date", new Date(now()).toUTCString());
      const rule = rules.find(({ matching }) =>
        matching.test(`${request.method} ${request.address}`),
      );
      carryOut(rule?.next(request) ?? twilioError(404, 20404), outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    on: (matching, answer) => {
      rules.unshift({ matching, next: typeof answer === "function" ? answer : inTurn(answer) });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function inTurn(answer: Answer | readonly Answer[]): () => Answer {
  const answers = "kind" in answer ? [answer] : [...answer];
  return () => {
    const next = answers.length > 1 ? answers.shift() : answers[0];
    if (next === undefined) throw new Error("A list of answers needs at least one.");
    return next;
  };
}

async function receive(incoming: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
  return {
    method: incoming.method ?? "",
    address: `https:/${url.pathname}`,
    query: url.searchParams,
    form: new URLSearchParams(Buffer.concat(chunks).toString("utf8")),
    headers: incoming.headers,
  };
}

function carryOut(answer: Answer, outgoing: ServerResponse): void {
  switch (answer.kind) {
    case "reply":
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      return;
    case "drop":
      outgoing.socket?.destroy();
      return;
    case "truncate": {
      const length = String(answer.body.length);
      outgoing.writeHead(200, { ...answer.headers, "Content-Length": length });
      const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
      outgoing.write(half, () => outgoing.socket?.destroy());
      return;
    }
    case "delay":
      void answer.until.then(() => carryOut(answer.then, outgoing));
  }
}
