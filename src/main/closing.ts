import type { Log } from "./log";

export interface ClosingStep {
  /** What is closed, for the log: "the store". */
  readonly what: string;
  close(): Promise<void>;
}

/**
 * Closes one after the other. A step that fails keeps none of the others from closing.
 *
 * Resolves after `limit` milliseconds at the latest: an application that cannot be ended would be
 * killed, with less left in order. What was not finished then stands in the log.
 */
export async function closeInOrder(
  steps: readonly ClosingStep[],
  limit: number,
  log: Log,
): Promise<void> {
  const unfinished = new Set(steps);
  let late = false;
  const closing = async () => {
    for (const step of steps) {
      if (late) return;
      try {
        await step.close();
      } catch (fault) {
        log.error(`Closing ${step.what} failed.`, fault);
      }
      unfinished.delete(step);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const limitReached = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      late = true;
      const names = [...unfinished].map(({ what }) => what);
      log.error(`Paceline ended without having closed: ${names.join(", ")}.`);
      resolve();
    }, limit);
  });
  await Promise.race([closing(), limitReached]);
  clearTimeout(timer);
}
