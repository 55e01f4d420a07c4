import { powerMonitor, powerSaveBlocker } from "electron";

/** Keeps the computer from falling asleep while `wanted`; the screen may go dark. */
export function keepAwake(): (wanted: boolean) => void {
  let blocker: number | null = null;
  return (wanted) => {
    if (wanted && blocker === null) {
      blocker = powerSaveBlocker.start("prevent-app-suspension");
    } else if (!wanted && blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
}

export function onWake(run: () => void): void {
  powerMonitor.on("resume", run);
}
