import path from "node:path";
import { app } from "electron";
import { profileFolder, readDataFolder } from "./data-folder";
import { DesktopApplication } from "./desktop-application";
import { declareAppScheme } from "./windows/app-scheme";

// Before anything else: the folder decides which copies of the application are "the same".
const dataFolder = readDataFolder(process.env) ?? path.join(app.getPath("appData"), app.getName());
app.setPath("userData", profileFolder(dataFolder, app.getPath("temp")));
app.setPath("sessionData", path.join(app.getPath("userData"), "session"));
declareAppScheme();

if (app.requestSingleInstanceLock()) {
  const desktop = new DesktopApplication(dataFolder);
  app.on("second-instance", () => desktop.showWindow());
  app.on("activate", () => desktop.showWindow());
  // The window may be closed while campaigns run; quitting is asked for in so many words.
  app.on("window-all-closed", () => desktop.windowClosed());
  app.on("before-quit", (event) => desktop.beforeQuit(event));
  void app.whenReady().then(() => {
    // Not before: Chromium would take the signals over, and ask whether to quit.
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
      process.on(signal, () => desktop.quitUnasked());
    }
    return desktop.open();
  });
} else {
  app.quit();
}
