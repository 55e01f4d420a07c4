import { powerMonitor, type BrowserWindow, type Event } from "electron";

/**
 * The computer shuts down, or the user logs out: macOS and Linux. Preventing it tells the system to
 * wait until the application has ended; on macOS the same end would else be a quit that asks.
 */
export function onSystemShutdown(run: () => void): void {
  const wait = (event: Event) => {
    event.preventDefault();
    run();
  };
  // Electron's types have lost the event.
  powerMonitor.on("shutdown", wait as () => void);
}

/**
 * The same on Windows, which tells windows and fires no `before-quit`. It does not wait: what cannot
 * be closed any more is made good by the next start, as after a crash.
 */
export function onSessionEnd(window: BrowserWindow, run: () => void): void {
  // Not at once: the window is in the middle of the message that it would be destroyed by.
  window.on("session-end", () => setImmediate(run));
}
