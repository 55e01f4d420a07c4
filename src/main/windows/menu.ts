import { Menu, type MenuItemConstructorOptions } from "electron";

/** The menu that each system's users expect; Copy and Paste need it on macOS. */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  const applicationMenu: MenuItemConstructorOptions[] =
    platform === "darwin" ? [{ role: "appMenu" }] : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...applicationMenu,
      { role: "fileMenu" },
      { role: "editMenu" },
      {
        label: "View",
        submenu: [
          { role: "reload" },
          { type: "separator" },
          { role: "resetZoom" },
          { role: "zoomIn" },
          { role: "zoomOut" },
          { type: "separator" },
          { role: "togglefullscreen" },
        ],
      },
      { role: "windowMenu" },
    ]),
  );
}
