import path from "node:path";
import { app, type BrowserWindow, type Event, type Tray } from "electron";
import { AppFailure, type AppError } from "../shared/app-error";
import { openPaceline, type Paceline } from "./app";
import { openLog, type Log } from "./log";
import { emitTo, serveRequests } from "./ipc/serve";
import { credentialFile } from "./secrets/credential-file";
import { serveAppScheme } from "./windows/app-scheme";
import { confirmQuit, fileDialogs, tellKeepsRunning } from "./windows/dialogs";
import { keepAwake, onWake } from "./windows/keep-awake";
import { openMainWindow, refusePermissions } from "./windows/main-window";
import { setApplicationMenu } from "./windows/menu";
import { problemPage } from "./windows/problem-page";
import { saveScreenshot } from "./windows/screenshot";
import { openTray } from "./windows/tray";

const BUILT = path.join(app.getAppPath(), "out");
const RESOURCES = path.join(app.getAppPath(), "resources");
const ICON = path.join(RESOURCES, "icon.png");

/** Paceline on a desktop: the window, the tray, and what happens when either is closed. */
export class DesktopApplication {
  private readonly dataFolder: string;
  private readonly log: Log;
  private paceline: Paceline | null = null;
  private problem: AppError | null = null;
  private window: BrowserWindow | null = null;
  private tray: Tray | null = null;
  private quitting: "no" | "asking" | "closing" = "no";

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder;
    this.log = openLog(dataFolder);
  }

  async open(): Promise<void> {
    setApplicationMenu(process.platform);
    refusePermissions();
    serveAppScheme({
      pages: path.join(BUILT, "renderer"),
      recordingFile: async (name) => (await this.paceline?.recordingFile(name)) ?? null,
      problem: () => problemPage(this.problem ?? { kind: "internal", message: "" }),
    });
    await this.openPaceline();
    this.tray = openTray(ICON, { open: () => this.showWindow(), quit: () => app.quit() });
    this.showWindow();
  }

  showWindow(): void {
    if (!this.paceline && !this.problem) return;
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

  private async openPaceline(): Promise<void> {
    const awake = keepAwake();
    try {
      const paceline = await openPaceline({
        dataFolder: this.dataFolder,
        resources: RESOURCES,
        workers: path.join(BUILT, "main"),
        variables: process.env,
        locale: app.getLocale(),
        credentials: credentialFile(path.join(this.dataFolder, "credentials.sealed")),
        dialogs: fileDialogs(() => this.window),
        emit: emitTo(() => this.window?.webContents ?? null),
        log: this.log,
        version: app.getVersion(),
        keepAwake: awake,
        restart: () => this.restart(),
      });
      serveRequests(paceline.handlers, (request, fault) =>
        this.log.error(`The request ${request} failed.`, fault),
      );
      onWake(() => void paceline.wake());
      this.paceline = paceline;
    } catch (fault) {
      this.log.error("Paceline could not be opened.", fault);
      this.problem =
        fault instanceof AppFailure
          ? fault.error
          : {
              kind: "internal",
              message: "Something went wrong while Paceline was starting. Nothing was changed.",
              advice: `Start it again. If that does not help, the log in ${path.join(this.dataFolder, "logs")} has the details.`,
            };
    }
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
