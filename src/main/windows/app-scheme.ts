import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { protocol } from "electron";

const SCHEME = "paceline";
export const APP_ORIGIN = `${SCHEME}://app`;
export const APP_PAGE = `${APP_ORIGIN}/index.html`;
export const PROBLEM_PAGE = `${APP_ORIGIN}/problem.html`;

/** Recordings are served beside the pages, so that the policy needs no second origin. */
export const RECORDING_PATH = "/recordings/";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wav": "audio/wav",
};

/** Must run before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

export interface AppSchemeSources {
  /** Folder of the built pages. */
  readonly pages: string;
  /** The recording's file for the last part of its address; null when there is none. */
  recordingFile(name: string): Promise<string | null>;
  /** What kept the application from starting, if anything did, as HTML. */
  problem(): string;
}

/** Serves the built pages and the recordings, and nothing else on this computer. */
export function serveAppScheme(sources: AppSchemeSources): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== "app" || request.method !== "GET") return notFound();
    if (request.url.startsWith(PROBLEM_PAGE)) return page(sources.problem());
    if (url.pathname.startsWith(RECORDING_PATH)) {
      const file = await sources.recordingFile(url.pathname.slice(RECORDING_PATH.length));
      return file ? fileResponse(file, request.headers.get("range")) : notFound();
    }
    return pageFile(sources.pages, url.pathname);
  });
}

async function pageFile(folder: string, pathname: string): Promise<Response> {
  try {
    const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    if (!file.startsWith(folder + path.sep)) return notFound();
    const bytes = await readFile(file);
    if (path.extname(file) === ".html") return page(bytes.toString("utf8"));
    return new Response(bytes, { headers: headersFor(file) });
  } catch {
    return notFound();
  }
}

/** A page with its policy; styles that libraries add at run time carry the nonce of this load. */
function page(html: string): Response {
  const nonce = randomBytes(16).toString("base64");
  return new Response(html.replaceAll("__CSP_NONCE__", nonce), {
    headers: {
      "content-type": CONTENT_TYPES[".html"]!,
      "content-security-policy": [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${nonce}'`,
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join("; "),
      "x-content-type-options": "nosniff",
    },
  });
}

function headersFor(file: string) {
  return {
    "content-type": CONTENT_TYPES[path.extname(file)] ?? "application/octet-stream",
    "x-content-type-options": "nosniff",
  };
}

/** A recording may be long: it is streamed, and in parts where a part is asked for. */
async function fileResponse(file: string, range: string | null): Promise<Response> {
  const { size } = await stat(file).catch(() => ({ size: -1 }));
  if (size < 0) return notFound();
  const wanted = range ? parseRange(range, size) : { start: 0, end: size - 1 };
  if (!wanted) {
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${size}` } });
  }
  const { start, end } = wanted;
  const body = size > 0 ? Readable.toWeb(createReadStream(file, { start, end })) : null;
  return new Response(body as ReadableStream | null, {
    status: range ? 206 : 200,
    headers: {
      ...headersFor(file),
      "accept-ranges": "bytes",
      "content-length": String(end - start + 1),
      ...(range ? { "content-range": `bytes ${start}-${end}/${size}` } : {}),
    },
  });
}

/** One range as media elements ask for it (RFC 9110, 14.2); null when it cannot be satisfied. */
export function parseRange(range: string, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range);
  if (!match || (!match[1] && !match[2])) return null;
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const end = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return start <= end && start < size ? { start, end } : null;
}

function notFound(): Response {
  return new Response("Not found", { status: 404 });
}
