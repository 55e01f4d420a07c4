import type { ElectronApplication } from "@playwright/test";

export interface Watched {
  /** Longest time in which the main process answered nobody, in milliseconds. */
  readonly longestBlock: number;
  /** More memory than at the beginning, at most, in MB: the main process with its workers. */
  readonly moreMemory: number;
}

interface Watch {
  stop(): { longestBlock: number; moreMemory: number };
}

/** Where it is kept in there between the two. */
type Inside = typeof globalThis & { importWatch?: Watch };

/** Begins to watch the main process from inside; `stop` says what was seen. */
export async function watchMainProcess(app: ElectronApplication): Promise<() => Promise<Watched>> {
  await app.evaluate(() => {
    const every = 5;
    const before = process.memoryUsage().rss;
    let last = performance.now();
    let longest = 0;
    let most = before;
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last - every);
      last = now;
      most = Math.max(most, process.memoryUsage().rss);
    }, every);
    (globalThis as Inside).importWatch = {
      stop() {
        clearInterval(timer);
        return { longestBlock: longest, moreMemory: (most - before) / 1_000_000 };
      },
    };
  });
  return () => app.evaluate(() => (globalThis as Inside).importWatch!.stop());
}
