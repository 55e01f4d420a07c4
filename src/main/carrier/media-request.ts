import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type { Connection } from "./connection";
import { answerFailure, networkFailure, RequestFailed } from "./request-failure";
import { REQUEST_TIME_OUT_MS, rewritten } from "./request-client";

const MOST_REDIRECTS = 5;

/**
 * Asks for a sound file, as a stream. The SDK reads whole answers into memory as text; this one
 * goes to disk as it comes. Twilio redirects to a storage that must not see the credentials: they
 * go along with the first request only.
 */
export async function getMedia(address: string, connection: Connection): Promise<IncomingMessage> {
  let next = address;
  let headers: http.OutgoingHttpHeaders = { Authorization: connection.authorization() };
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await get(rewritten(next, connection.baseUrl), headers);
    const { statusCode = 0 } = answer;
    if (statusCode === 200) return answer;
    answer.resume();
    const { location } = answer.headers;
    if (statusCode < 300 || statusCode >= 400 || location === undefined) throw refused(answer);
    next = redirected(location, next);
    headers = {};
  }
  throw new RequestFailed({ kind: "unreadable" });
}

function redirected(location: string, from: string): string {
  try {
    return new URL(location, from).href;
  } catch {
    throw new RequestFailed({ kind: "unreadable" });
  }
}

function refused(answer: IncomingMessage): RequestFailed {
  const { statusCode = 0, headers } = answer;
  return new RequestFailed(answerFailure(statusCode, null, headers["retry-after"], Date.now()));
}

function get(address: string, headers: http.OutgoingHttpHeaders): Promise<IncomingMessage> {
  const { get: send } = address.startsWith("http://") ? http : https;
  return new Promise((resolve, reject) => {
    const request = send(address, { headers }, resolve);
    // Without a byte for so long; a long recording may take longer than that altogether.
    request.setTimeout(REQUEST_TIME_OUT_MS, () =>
      request.destroy(Object.assign(new Error("time-out"), { code: "ETIMEDOUT" })),
    );
    request.on("error", (error) => reject(new RequestFailed(networkFailure(error))));
  });
}
