import type RequestClient from "twilio/lib/base/RequestClient";
import type Response from "twilio/lib/http/response";
import type { CarrierClock } from "./carrier-clock";
import { answerFailure, networkFailure, RequestFailed } from "./request-failure";

export const REQUEST_TIME_OUT_MS = 30_000;

/** `https://HOST/PATH` becomes `BASE/HOST/PATH`; without a base it stays what it is. */
export function rewritten(address: string, baseUrl: string | null): string {
  return baseUrl === null ? address : address.replace(/^https?:\/\//, `${baseUrl}/`);
}

interface RequestClientOptions {
  readonly baseUrl: string | null;
  readonly clock: CarrierClock;
  /** Milliseconds. */
  readonly timeOut: number;
}

/**
 * The SDK's own HTTP client, with three differences. Addresses are rewritten, the absolute ones of
 * next pages included. Whatever goes wrong is thrown as `RequestFailed`: the raw error holds the
 * Authorization header. And nothing is repeated behind our back: the pace is ours to keep.
 *
 * The class is handed over rather than imported, so that the SDK, which takes over 100 ms to load,
 * is loaded when the first request is made.
 */
export function requestClient(
  Base: typeof RequestClient,
  { baseUrl, clock, timeOut }: RequestClientOptions,
): RequestClient {
  class PacelineRequestClient extends Base {
    override async request<T>(request: RequestClient.RequestOptions<T>): Promise<Response<T>> {
      let answer: Response<T>;
      try {
        answer = await super.request({ ...request, uri: rewritten(request.uri, baseUrl) });
      } catch (thrown) {
        throw new RequestFailed(networkFailure(thrown));
      } finally {
        // The SDK keeps both for debugging, credentials and all.
        delete this.lastRequest;
        delete this.lastResponse;
      }
      clock.heard(header(answer, "date"));
      return accepted(answer, clock);
    }
  }
  return new PacelineRequestClient({ timeout: timeOut });
}

/** Whether a 2xx can be read shows when the SDK reads it. */
function accepted<T>(answer: Response<T>, clock: CarrierClock): Response<T> {
  const { statusCode, body } = answer;
  if (statusCode < 200 || statusCode >= 300) {
    const retryAfter = header(answer, "retry-after");
    throw new RequestFailed(answerFailure(statusCode, body, retryAfter, clock.here()));
  }
  return answer;
}

function header(answer: Response<unknown>, name: string): string | undefined {
  const headers = answer.headers as Record<string, unknown> | undefined;
  const value = headers?.[name];
  return typeof value === "string" ? value : undefined;
}
