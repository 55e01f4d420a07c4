import { accessSync, constants, mkdirSync, mkdtempSync } from "node:fs";
import path from "node:path";

/** PACELINE_DATA_DIR: where the data lies; null for the system's place for application data. */
export function readDataFolder(variables: NodeJS.ProcessEnv): string | null {
  return variables.PACELINE_DATA_DIR ? path.resolve(variables.PACELINE_DATA_DIR) : null;
}

/** Chromium's own folder: beside the data, unless nothing can be put there, which a page then says. */
export function profileFolder(dataFolder: string, temporary: string): string {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK);
    return dataFolder;
  } catch {
    return mkdtempSync(path.join(temporary, "paceline-"));
  }
}
