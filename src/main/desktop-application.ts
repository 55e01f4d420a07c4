import path from "node:path";
import { app, type BrowserWindow, type Event, type Tray } from "electron";
import type { AppError } from "../shared/app-error";
import type { Paceline } from "./app";
import type { Opened } from "./open-on-desktop";
import { sendTo, serveRequests, type RequestDesk } from "./ipc/serve";
import { PROBLEM_PAGE, serveAppScheme } from "./windows/app-scheme";
import { confirmQuit, fileDialogs, tellKeepsRunning } from "./windows/dialogs";
import { keepAwake, onBattery, onSleep } from "./windows/keep-awake";
import { openMainWindow, refusePermissions } from "./windows/main-window";
import { setApplicationMenu } from "./windows/menu";
import { problemPage } from "./windows/problem-page";
import { saveScreenshot } from "./windows/screenshot";
import { onSessionEnd, onSystemShutdown } from "./windows/system-shutdown";
import { openTray } from "./windows/tray";

const BUILT = path.join(app.getAppPath(), "out");
const RESOURCES = path.join(app.getAppPath(), "resources");
const ICON = path.join(RESOURCES, "icon.png");

/** For a page that gives way to the one which says why Paceline cannot start. */
const NEVER = new Promise<never>(() => undefined);

const NOT_WHOLE: Opened = {
  kind: "problem",
  problem: {
    kind: "internal",
    message: "A part of Paceline is missing or damaged. Nothing was changed.",
    advice: "Install Paceline again. Your data is not touched by that.",
  },
};

/** Paceline on a desktop: the window, the tray, and what happens when either is closed. */
export class DesktopApplication {
  private readonly dataFolder: string;
  /** Settles when `paceline` or `problem` is there; null with a problem. */
  private opening: Promise<RequestDesk | null> = Promise.resolve(null);
  private paceline: Paceline | null = null;
  private problem: AppError | null = null;
  private window: BrowserWindow | null = null;
  private tray: Tray | null = null;
  private quitting: "no" | "asking" | "closing" = "no";

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder;
  }

  /** The window comes first: its page loads while Paceline opens behind it, and waits for that. */
  async open(): Promise<void> {
    setApplicationMenu(process.platform);
    refusePermissions();
    onSystemShutdown(() => this.quitUnasked());
    serveAppScheme({
      pages: path.join(BUILT, "renderer"),
      recordingFile: async (name) => (await this.paceline?.recordingFile(name)) ?? null,
      problem: () => problemPage(this.problem ?? { kind: "internal", message: "" }),
    });
    this.opening = this.openPaceline();
    serveRequests(this.opening.then((desk) => desk ?? NEVER));
    this.showWindow();
    await this.opening;
    this.tray = openTray(ICON, { open: () => this.showWindow(), quit: () => app.quit() });
  }

  showWindow(): void {
    if (!app.isReady()) return;
    if (this.window) {
      if (this.window.isMinimized()) this.window.restore();
      this.window.show();
      this.window.focus();
      return;
    }
    const window = openMainWindow({
      preload: path.join(BUILT, "preload", "index.cjs"),
      icon: ICON,
      problem: this.problem !== null,
    });
    window.on("close", (event) => this.windowCloses(event, window));
    window.on("closed", () => (this.window = null));
    onSessionEnd(window, () => this.quitUnasked());
    this.window = window;
    if (process.env.PACELINE_SCREENSHOT) saveScreenshot(window, process.env.PACELINE_SCREENSHOT);
  }

  windowClosed(): void {
    if (process.platform !== "darwin" && !this.dialing()) app.quit();
  }

  beforeQuit(event: Event): void {
    event.preventDefault();
    if (this.quitting !== "no") return;
    void this.quit(this.dialing() > 0);
  }

  /** The system asks for an end (it shuts down, or a terminal was closed): there is nobody to ask. */
  quitUnasked(): void {
    if (this.quitting === "no" || this.quitting === "asking") void this.quit(false);
  }

  private async openPaceline(): Promise<RequestDesk | null> {
    const opened = await this.openBehindTheWindow().catch((): Opened => NOT_WHOLE);
    if (opened.kind === "problem") {
      this.problem = opened.problem;
      void this.window?.loadURL(PROBLEM_PAGE);
      return null;
    }
    const { paceline, desk } = opened;
    this.paceline = paceline;
    onSleep({ fallAsleep: () => paceline.fallAsleep(), wake: () => void paceline.wake() });
    return desk;
  }

  /** Loaded here, not with this file: by then the window is on its way. */
  private async openBehindTheWindow(): Promise<Opened> {
    const { openOnDesktop } = await import("./open-on-desktop");
    return openOnDesktop({
      dataFolder: this.dataFolder,
      resources: RESOURCES,
      workers: path.join(BUILT, "main"),
      variables: process.env,
      locale: app.getLocale(),
      dialogs: fileDialogs(() => this.window),
      send: sendTo(() => this.window?.webContents ?? null),
      version: app.getVersion(),
      keepAwake: keepAwake(),
      onBattery,
      restart: () => this.restart(),
    });
  }

  private dialing(): number {
    return this.paceline?.campaignsDialing() ?? 0;
  }

  /** Closing the window of a dialing application hides it; the tray brings it back. */
  private windowCloses(event: Event, window: BrowserWindow): void {
    if (this.quitting !== "no" || !this.dialing()) return;
    event.preventDefault();
    void tellKeepsRunning(window).then(() => {
      if (this.tray) window.hide();
      else window.minimize();
    });
  }

  private async quit(ask: boolean): Promise<void> {
    if (ask) {
      this.quitting = "asking";
      const confirmed = await confirmQuit(this.window, this.dialing());
      // The system may have asked for an end while the question stood there.
      if (this.isClosing()) return;
      if (!confirmed) {
        this.quitting = "no";
        return;
      }
    }
    this.quitting = "closing";
    // First of all: its pages would ask for what is being closed.
    this.window?.destroy();
    await this.opening;
    await this.paceline?.close();
    // Not `quit`: a page that does not respond must not hold it up.
    app.exit();
  }

  private isClosing(): boolean {
    return this.quitting === "closing";
  }

  private restart(): void {
    app.relaunch();
    void this.quit(false);
  }
}
