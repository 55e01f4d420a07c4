import { Menu, Tray, nativeImage } from "electron";

export interface TrayActions {
  open(): void;
  quit(): void;
}

/** The icon from which the window comes back. Null where the system has no tray. */
export function openTray(icon: string, actions: TrayActions): Tray | null {
  try {
    const tray = new Tray(nativeImage.createFromPath(icon).resize({ width: 16, height: 16 }));
    tray.setToolTip("Paceline");
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: "Open Paceline", click: () => actions.open() },
        { type: "separator" },
        { label: "Quit Paceline", click: () => actions.quit() },
      ]),
    );
    tray.on("click", () => actions.open());
    return tray;
  } catch {
    return null;
  }
}
