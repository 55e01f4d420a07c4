import { createRequire } from "node:module";
import type twilio from "twilio";

const load = createRequire(import.meta.url);

/**
 * Twilio's SDK takes over 100 ms to load: that happens at the first request, not at the start.
 * `require`, as `import()` from within a packaged application fails on Electron before 28.
 */
export function loadSdk(): typeof twilio {
  return load("twilio") as typeof twilio;
}
