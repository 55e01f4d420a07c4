import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from "electron";
import { EVENT_CHANNEL, REQUEST_CHANNEL, type Bridge } from "../shared/ipc/bridge";

/** Electron before 29 has no webUtils: there, a dropped file names its path itself. */
function pathOf(file: unknown): string {
  const paths = webUtils as typeof webUtils | undefined;
  if (paths) return paths.getPathForFile(file as File);
  return (file as { path?: string }).path ?? "";
}

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(REQUEST_CHANNEL, name, input),
  on(name, listener) {
    const hear = (_event: IpcRendererEvent, heard: unknown, payload: unknown) => {
      // Parsed by the contract before it was sent.
      if (heard === name) listener(payload as Parameters<typeof listener>[0]);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => ipcRenderer.removeListener(EVENT_CHANNEL, hear);
  },
  pathOf,
};

contextBridge.exposeInMainWorld("paceline", bridge);
