/** The least that Electron can do: one window that shows one line. */
const { app, BrowserWindow } = require("electron");

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  void window.loadURL("data:text/html,<h1>Empty</h1>");
});
