import { writeFile } from "node:fs/promises";
import type { BrowserWindow } from "electron";

/** Time for the first page to have its data, in milliseconds. */
const SETTLED = 2_000;

/**
 * Saves a picture of the window at `file`: on a machine without a display it is all that can be
 * seen of it.
 */
export function saveScreenshot(window: BrowserWindow, file: string): void {
  window.webContents.once("did-finish-load", () => {
    setTimeout(() => {
      void window.webContents.capturePage().then((image) => writeFile(file, image.toPNG()));
    }, SETTLED);
  });
}
