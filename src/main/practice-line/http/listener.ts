import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { PracticeLine } from "./practice-line";
import { refusal, type Reply } from "./reply";
import { BodyTooLarge, readRequest, type PracticeRequest } from "./request";
import { answer } from "./routes";

export interface Credentials {
  readonly accountSid: string;
  readonly authToken: string;
}

/** Answers requests as Twilio does. Whatever happens is answered: nothing is thrown. */
export function practiceListener(line: PracticeLine, credentials: Credentials): RequestListener {
  return (message, response) => {
    void replyTo(line, credentials, message).then((reply) =>
      send(reply, line.clock.now(), response),
    );
  };
}

async function replyTo(
  line: PracticeLine,
  credentials: Credentials,
  message: IncomingMessage,
): Promise<Reply> {
  try {
    const request = await readRequest(message);
    if (!isAuthentic(request, credentials)) return refusal(401, 20003, "Authenticate");
    return answer(line, request);
  } catch (error) {
    if (error instanceof BodyTooLarge) return refusal(413, 20001, error.message);
    return refusal(500, 20500, "The practice line could not answer.");
  }
}

function isAuthentic(request: PracticeRequest, { accountSid, authToken }: Credentials): boolean {
  const wanted = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
  return timingSafeEqual(digest(request.authorization ?? ""), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** The Date header tells the line's own time, by which callers may set their clocks. */
function send(reply: Reply, now: number, response: ServerResponse): void {
  response.setHeader("Date", new Date(now).toUTCString());
  if (reply.contentType !== null) response.setHeader("Content-Type", reply.contentType);
  if (reply.status === 401) response.setHeader("WWW-Authenticate", 'Basic realm="Twilio API"');
  if (reply.status !== 204) response.setHeader("Content-Length", reply.body.length);
  response.writeHead(reply.status).end(reply.body);
}
