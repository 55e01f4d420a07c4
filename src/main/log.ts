import path from "node:path";
import log from "electron-log/node";

/** One line a fact; never a phone number, a name or a credential. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, fault?: unknown): void;
}

const MEBIBYTE = 1024 * 1024;

/** Log files under `folder`: the current one and the one before. */
export function openLog(folder: string): Log {
  log.transports.file.resolvePathFn = () => path.join(folder, "logs", "paceline.log");
  log.transports.file.maxSize = 5 * MEBIBYTE;
  log.transports.console.level = "warn";
  return {
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
    error: (message, fault) => log.error(message, describe(fault)),
  };
}

/**
 * An error's kind and place, without its message: messages quote what was being worked on, and that
 * may be a contact's number.
 */
function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const places = fault.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  return [fault.name, ...(places ?? [])].join("\n");
}
