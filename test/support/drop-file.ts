import type { ElectronApplication, Locator, Page } from "@playwright/test";

/**
 * Drags a file from outside onto the middle of `target` and lets go. Chromium itself is told, as
 * the system would tell it: only so does the page get a file that knows where it lies.
 */
export async function dropFile(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  file: string,
  target: Locator,
): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target.toString()} is not on screen.`);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  const session = await app.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  }
  await session.detach();
}
