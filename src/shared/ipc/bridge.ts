import type { Result } from "../app-error";
import type { EventName, EventPayload, RequestInput, RequestName, RequestOutput } from "./contract";

/** What the preload script puts on `window.paceline`: all that a page can reach. */
export interface Bridge {
  /** Never rejects: what goes wrong comes back as an error that can be shown. */
  request<N extends RequestName>(
    name: N,
    input: RequestInput<N>,
  ): Promise<Result<RequestOutput<N>>>;
  /** Answers with the function that ends the listening. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
  /** Where a file that was dropped on the window lies on disk. */
  pathOf(file: unknown): string;
}

/** Requests and their answers travel on the one channel, events on the other. */
export const REQUEST_CHANNEL = "paceline:request";
export const EVENT_CHANNEL = "paceline:event";
