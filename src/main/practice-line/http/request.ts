import type { IncomingMessage } from "node:http";

/** A request for `https://HOST/PATH`, which reached us as `/HOST/PATH`. */
export interface PracticeRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly authorization: string | null;
}

/** More than any form of ours can be. */
const LARGEST_BODY = 1_000_000;

export class BodyTooLarge extends Error {}

export async function readRequest(message: IncomingMessage): Promise<PracticeRequest> {
  const address = new URL(message.url ?? "/", "http://practice.invalid");
  const [host = "", ...rest] = address.pathname.slice(1).split("/");
  return {
    method: message.method ?? "GET",
    host,
    path: `/${rest.join("/")}`,
    query: address.searchParams,
    form: new URLSearchParams(await bodyOf(message)),
    authorization: message.headers.authorization ?? null,
  };
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new BodyTooLarge("The request's body is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
