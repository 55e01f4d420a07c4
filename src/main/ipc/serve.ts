import { ipcMain, type IpcMainInvokeEvent, type WebContents } from "electron";
import type { Result } from "../../shared/app-error";
import { EVENT_CHANNEL, REQUEST_CHANNEL } from "../../shared/ipc/bridge";
import type { EventName } from "../../shared/ipc/contract";
import { APP_ORIGIN } from "../windows/app-scheme";

/** Where requests go once the application is open. */
export interface RequestDesk {
  /** A value, or an error that can be shown. Never rejects. */
  answer(name: unknown, input: unknown): Promise<Result<unknown>>;
  /** A page that is not ours has asked, and was refused. */
  strangerRefused(): void;
}

/**
 * Answers the pages of our own window, and nobody else. A page may ask before the application is
 * open: its requests wait for the desk.
 */
export function serveRequests(opening: Promise<RequestDesk>): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, input: unknown) => {
    if (!isOurPage(event)) {
      void opening.then((desk) => desk.strangerRefused());
      return REFUSED;
    }
    const desk = await opening;
    return desk.answer(name, input);
  });
}

const REFUSED: Result<never> = {
  ok: false,
  error: { kind: "refused", message: "This page may not ask." },
};

/** Only the top frame of a page that we served: an embedded or navigated one is refused. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame) return false;
  return frame.url.startsWith(`${APP_ORIGIN}/`);
}

/** Sends events to the page that is open, if one is. */
export function sendTo(
  target: () => WebContents | null,
): (name: EventName, payload: unknown) => void {
  return (name, payload) => {
    const page = target();
    if (page && !page.isDestroyed()) page.send(EVENT_CHANNEL, name, payload);
  };
}
