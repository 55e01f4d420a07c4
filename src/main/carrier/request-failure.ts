import { z } from "zod";

/**
 * Why a request came to nothing. It holds nothing of the request: neither headers, which carry the
 * credentials, nor its body, which carries a phone number. This is the only thing about a failed
 * request that leaves the request client.
 */
export type RequestFailure =
  /** An answer other than 2xx. `code` is Twilio's own error number, where it gave one. */
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly code: number | null;
      readonly retryAfterMs: number | null;
    }
  /** A 2xx whose body cannot be read: the request was most likely carried out. */
  | { readonly kind: "unreadable" }
  /** It certainly never reached the carrier. */
  | { readonly kind: "unsent"; readonly because: UnsentReason }
  /** It may or may not have reached the carrier. */
  | { readonly kind: "lost"; readonly because: "time-out" | "connection" };

export type UnsentReason = "no-network" | "refused" | "certificate";

export class RequestFailed extends Error {
  constructor(readonly failure: RequestFailure) {
    super(`request failed: ${failure.kind}`);
    this.name = "RequestFailed";
  }
}

/** Whatever was thrown, as a failure. What the SDK throws while reading an answer is "unreadable". */
export function failureOf(thrown: unknown): RequestFailure {
  return thrown instanceof RequestFailed ? thrown.failure : { kind: "unreadable" };
}

const systemError = z.object({ code: z.string().catch(""), syscall: z.string().catch("") });
/** What the HTTP library wraps the system's error in. */
const wrapped = z.object({ cause: systemError });

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_/;
const TIME_OUT = new Set(["ECONNABORTED", "ETIMEDOUT", "ESOCKETTIMEDOUT"]);

/**
 * Reads what the HTTP library threw. While the name is looked up, the connection made or the
 * certificate checked, nothing of the request has been sent; after that, nobody knows.
 */
export function networkFailure(thrown: unknown): RequestFailure {
  const { code, syscall } = systemErrorIn(thrown);
  if (code === "ECONNREFUSED") return { kind: "unsent", because: "refused" };
  if (CERTIFICATE.test(code)) return { kind: "unsent", because: "certificate" };
  if (syscall === "getaddrinfo" || syscall === "connect") {
    return { kind: "unsent", because: "no-network" };
  }
  return { kind: "lost", because: TIME_OUT.has(code) ? "time-out" : "connection" };
}

function systemErrorIn(thrown: unknown): z.infer<typeof systemError> {
  const inner = wrapped.safeParse(thrown);
  if (inner.success && inner.data.cause.code !== "") return inner.data.cause;
  return systemError.catch({ code: "", syscall: "" }).parse(thrown);
}

const twilioError = z.object({ code: z.coerce.number().int() });

export function answerFailure(
  status: number,
  body: unknown,
  retryAfter: string | undefined,
  now: number,
): RequestFailure {
  const parsed = twilioError.safeParse(body);
  return {
    kind: "answered",
    status,
    code: parsed.success ? parsed.data.code : null,
    retryAfterMs: retryAfterMs(retryAfter, now),
  };
}

/** RFC 9110, 10.2.3: seconds, or a date. */
function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1_000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - now);
}
