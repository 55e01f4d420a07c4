import { BrowserWindow, session, shell } from "electron";
import { APP_ORIGIN, APP_PAGE, PROBLEM_PAGE } from "./app-scheme";

/** Pages that may be opened in the system's browser from within the application. */
const OUTSIDE_PAGES = /^https:\/\/(www\.|console\.)?twilio\.com\//;

export interface MainWindowOptions {
  readonly preload: string;
  readonly icon: string;
  /** Shows the page that says what kept the application from starting. */
  readonly problem: boolean;
}

export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: "Paceline",
    width: 1280,
    height: 820,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: "#f8f9fa",
    icon: options.icon,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  keepInside(window);
  window.once("ready-to-show", () => window.show());
  void window.loadURL(options.problem ? PROBLEM_PAGE : APP_PAGE);
  return window;
}

/** The page can neither navigate away, nor open windows, nor be given permissions. */
function keepInside(window: BrowserWindow): void {
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (OUTSIDE_PAGES.test(url)) void shell.openExternal(url);
    return { action: "deny" };
  });
  window.webContents.on("will-navigate", (event, url) => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  });
  window.webContents.on("will-attach-webview", (event) => event.preventDefault());
}

/** No page is given the camera, the microphone, notifications or anything else it might ask for. */
export function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, grant) =>
    grant(false),
  );
  session.defaultSession.setPermissionCheckHandler(() => false);
}
