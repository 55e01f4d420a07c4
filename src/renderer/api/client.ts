import { AppFailure, type AppError } from "../../shared/app-error";
import type { Bridge } from "../../shared/ipc/bridge";
import type {
  EventName,
  EventPayload,
  RequestInput,
  RequestName,
  RequestOutput,
} from "../../shared/ipc/contract";

declare global {
  interface Window {
    readonly paceline: Bridge;
  }
}

/**
 * Asks the main process.
 * @throws AppFailure with words for the supervisor.
 */
export async function request<N extends RequestName>(
  name: N,
  input: RequestInput<N>,
): Promise<RequestOutput<N>> {
  const result = await window.paceline.request(name, input);
  if (result.ok) return result.value;
  throw new AppFailure(result.error);
}

/** Hears what the main process tells unasked; answers with the function that ends the listening. */
export function listen<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.paceline.on(name, listener);
}

/** Where a file that was dropped on the window lies on disk. */
export function pathOf(file: File): string {
  return window.paceline.pathOf(file);
}

/** What was caught, in words that can be shown; what is no `AppFailure` is our own fault. */
export function errorOf(caught: unknown): AppError {
  if (caught instanceof AppFailure) return caught.error;
  console.error(caught);
  return {
    kind: "internal",
    message: "Something went wrong in Paceline, and what you asked for was not done.",
    advice: "Try again. If it happens again, the log file has the details.",
  };
}
