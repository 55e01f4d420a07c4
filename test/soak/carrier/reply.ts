import {
  ServerResponse,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
} from "node:http";
import { Readable } from "node:stream";
import type { Answer } from "./course";

/** What the carrier itself says, before anything happens to it. */
export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Has a request carried out, whether or not whoever sent it is still there. */
export function carryOut(
  listener: RequestListener,
  request: IncomingMessage,
  url: string,
  body: Buffer,
): Promise<Reply> {
  return new Promise((resolve) => {
    const { method, headers } = request;
    const again = Object.assign(Readable.from([body]), { method, url, headers });
    const response = new ServerResponse(request);
    response.end = (content?: unknown) => {
      const said = Buffer.isBuffer(content) ? content : Buffer.alloc(0);
      resolve({ status: response.statusCode, headers: response.getHeaders(), body: said });
      return response;
    };
    listener(again as unknown as IncomingMessage, response);
  });
}

/** Sends what the course of the request leaves of the reply; `date` is the carrier's time. */
export function send(
  response: ServerResponse,
  answer: Answer,
  reply: Reply | null,
  date: Date,
): void {
  if (answer.kind === "broken-off" && answer.part === 0) {
    response.socket?.destroy();
    return;
  }
  response.setHeader("Date", date.toUTCString());
  switch (answer.kind) {
    case "true":
      sendReply(response, reply!, reply!.body);
      return;
    case "broken-off": {
      const half = reply!.body.subarray(0, Math.floor(reply!.body.length * answer.part));
      setHeaders(response, reply!);
      response.writeHead(reply!.status);
      response.write(half, () => response.socket?.destroy());
      return;
    }
    case "unreadable": {
      const half = reply!.body.subarray(0, Math.floor(reply!.body.length / 2));
      sendReply(response, { ...reply!, headers: { "content-type": "application/json" } }, half);
      return;
    }
    case "page":
      response.writeHead(answer.status, { "Content-Type": "text/html" });
      response.end("<html><body><h1>Something else answers</h1></body></html>");
      return;
    case "error":
      response.writeHead(answer.status, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ code: answer.code, message: "Trouble", status: 500 }));
      return;
    case "too-many":
      if (answer.retryAfter !== null) response.setHeader("Retry-After", answer.retryAfter);
      response.writeHead(429, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ code: 20429, message: "Too many requests", status: 429 }));
  }
}

function sendReply(response: ServerResponse, reply: Reply, body: Buffer): void {
  setHeaders(response, reply);
  response.writeHead(reply.status).end(body);
}

function setHeaders(response: ServerResponse, { headers }: Reply): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && name !== "date") response.setHeader(name, value);
  }
}
