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

export function onBattery(): boolean {
  return powerMonitor.isOnBatteryPower();
}

interface SleepListener {
  /** The computer is about to sleep. It does not wait for longer than this takes to return. */
  fallAsleep(): void;
  wake(): void;
}

/** Sleep is announced and can be neither refused nor asked about: see docs/decisions/0022. */
export function onSleep(listener: SleepListener): void {
  powerMonitor.on("suspend", () => listener.fallAsleep());
  powerMonitor.on("resume", () => listener.wake());
}
