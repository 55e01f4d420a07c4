import path from "node:path";
import { AppFailure, type AppError } from "../shared/app-error";
import type { EventName } from "../shared/ipc/contract";
import { openPaceline, type Paceline, type PacelineOptions } from "./app";
import { answer } from "./ipc/answer";
import { emitThrough } from "./ipc/emit";
import type { RequestDesk } from "./ipc/serve";
import { openLog } from "./log";
import { credentialFile } from "./secrets/credential-file";

export interface DesktopOptions extends Omit<PacelineOptions, "credentials" | "emit" | "log"> {
  /** To the page that is open. */
  readonly send: (name: EventName, payload: unknown) => void;
}

/** Paceline is open, or kept from opening by something that can be said. */
export type Opened =
  | { readonly kind: "open"; readonly paceline: Paceline; readonly desk: RequestDesk }
  | { readonly kind: "problem"; readonly problem: AppError };

/**
 * Opens all that stands behind the window. To load it takes a while, so it is imported when the
 * window is on its way already.
 */
export async function openOnDesktop(options: DesktopOptions): Promise<Opened> {
  const { dataFolder, send } = options;
  const log = openLog(dataFolder);
  try {
    const paceline = await openPaceline({
      ...options,
      credentials: credentialFile(path.join(dataFolder, "credentials.sealed")),
      emit: emitThrough(send),
      log,
    });
    const reportFault = (request: string, fault: unknown) =>
      log.error(`The request ${request} failed.`, fault);
    const desk: RequestDesk = {
      answer: (name, input) => answer(paceline.handlers, name, input, reportFault),
      strangerRefused: () => log.warn("A request from a page that is not ours was refused."),
    };
    return { kind: "open", paceline, desk };
  } catch (fault) {
    log.error("Paceline could not be opened.", fault);
    return { kind: "problem", problem: problemOf(fault, dataFolder) };
  }
}

function problemOf(fault: unknown, dataFolder: string): AppError {
  if (fault instanceof AppFailure) return fault.error;
  return {
    kind: "internal",
    message: "Something went wrong while Paceline was starting. Nothing was changed.",
    advice: `Start it again. If that does not help, the log in ${path.join(dataFolder, "logs")} has the details.`,
  };
}
