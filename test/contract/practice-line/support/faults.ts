import type { RequestListener } from "node:http";

/** What can go wrong between a carrier and its caller, for one request. */
export type LineFault =
  /** Answered with this status and body, and nothing done. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body: string;
      readonly type: string;
    }
  /** Done, but the answer is lost: the connection breaks. */
  | { readonly kind: "drop-answer" }
  /** Done and answered, but only after `until` has come about. */
  | { readonly kind: "delay"; readonly until: Promise<unknown> };

/** Stands before a practice line; `next` names the fault of each request, or null for none. */
export function faulty(next: (url: string, method: string) => LineFault | null) {
  return (listener: RequestListener): RequestListener =>
    (request, response) => {
      const fault = next(request.url ?? "", request.method ?? "");
      if (fault?.kind === "answer") {
        request.resume();
        response.writeHead(fault.status, { "Content-Type": fault.type }).end(fault.body);
        return;
      }
      if (fault?.kind === "drop-answer") {
        response.end = () => {
          request.socket.destroy();
          return response;
        };
      }
      if (fault?.kind === "delay") {
        const end = response.end.bind(response) as (body: unknown) => typeof response;
        response.end = (body: unknown) => {
          void fault.until.then(() => end(body));
          return response;
        };
      }
      listener(request, response);
    };
}
