import { dialog, type BrowserWindow } from "electron";
import type { FileDialogs } from "../api/file-dialogs";

export function fileDialogs(owner: () => BrowserWindow | null): FileDialogs {
  return {
    async open(title, filters) {
      const options = { title, filters, properties: ["openFile" as const] };
      const window = owner();
      const chosen = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
    async save(title, suggestedName, filters) {
      const options = { title, filters, defaultPath: suggestedName };
      const window = owner();
      const chosen = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
    },
  };
}

const QUIT = 0;

/** Asks whether to quit although campaigns run, and says what quitting means for them. */
export async function confirmQuit(
  owner: BrowserWindow | null,
  campaigns: number,
): Promise<boolean> {
  const options = {
    type: "question" as const,
    message: campaigns === 1 ? "A campaign is dialing." : `${campaigns} campaigns are dialing.`,
    detail:
      "After quitting no call starts. Calls in progress finish at the carrier, and dialing goes on by itself when Paceline is started again.",
    buttons: ["Quit", "Keep dialing"],
    defaultId: 1,
    cancelId: 1,
  };
  const answer = await (owner?.isVisible()
    ? dialog.showMessageBox(owner, options)
    : dialog.showMessageBox(options));
  return answer.response === QUIT;
}

/** Says, before the window goes, that closing it does not stop the dialing. */
export async function tellKeepsRunning(owner: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(owner, {
    type: "info",
    message: "Paceline keeps dialing in the background.",
    detail:
      "The window closes; the campaigns go on. Open the window again, or quit, from the Paceline icon in the system's tray or dock.",
    buttons: ["OK"],
  });
}
