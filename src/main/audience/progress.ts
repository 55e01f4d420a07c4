import type { ImportWatch } from "./import-file";
import type { TaskProgress } from "./worker-protocol";

/** Milliseconds between two reports: ten a second look smooth, more cost the screen. */
const INTERVAL = 100;
/** Below this the rate is too uncertain to tell the time left. */
const SETTLED = 500;

/** Thins progress out and adds rate and time left. `monotonic` gives milliseconds. */
export function progressReporter(
  report: (progress: TaskProgress) => void,
  monotonic: () => number,
): ImportWatch["progress"] {
  const start = monotonic();
  let next = start;
  return ({ bytes, bytesRead, rows }) => {
    const now = monotonic();
    if (now < next && bytesRead < bytes) return;
    next = now + INTERVAL;
    const elapsed = now - start;
    report({
      bytes,
      bytesRead,
      rows,
      rate: elapsed > 0 ? (rows / elapsed) * 1_000 : 0,
      secondsLeft: elapsed < SETTLED ? null : ((bytes - bytesRead) / bytesRead) * (elapsed / 1_000),
    });
  };
}
