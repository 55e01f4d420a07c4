import { ipcMain, type IpcMainInvokeEvent, type WebContents } from "electron";
import { EVENT_CHANNEL, REQUEST_CHANNEL } from "../../shared/ipc/bridge";
import { APP_ORIGIN } from "../windows/app-scheme";
import { emitThrough, type Emit } from "./emit";
import { answer, type Handlers, type ReportFault } from "./answer";

/** Answers the pages of our own window, and nobody else. */
export function serveRequests(handlers: Handlers, reportFault: ReportFault): void {
  ipcMain.handle(REQUEST_CHANNEL, (event, name: unknown, input: unknown) => {
    if (!isOurPage(event)) {
      reportFault("untrusted sender", new Error("A request came from a page that is not ours."));
      return { ok: false, error: { kind: "refused", message: "This page may not ask." } };
    }
    return answer(handlers, name, input, reportFault);
  });
}

/** Only the top frame of a page that we served: an embedded or navigated one is refused. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame) return false;
  return frame.url.startsWith(`${APP_ORIGIN}/`);
}

/** Sends events to the page that is open, if one is. */
export function emitTo(target: () => WebContents | null): Emit {
  return emitThrough((name, payload) => {
    const page = target();
    if (page && !page.isDestroyed()) page.send(EVENT_CHANNEL, name, payload);
  });
}
