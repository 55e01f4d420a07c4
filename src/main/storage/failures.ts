import { AppFailure } from "../../shared/app-error";

/** SQLite's own words for what the disk, the file or another program did. */
const WORDS: Readonly<Record<string, { message: string; advice: string }>> = {
  SQLITE_FULL: {
    message: "The disk is full: this could not be saved.",
    advice: "Free some space on the disk that holds the data, then try again.",
  },
  SQLITE_IOERR: {
    message: "The disk reported an error: this could not be read or saved.",
    advice: "Check the disk and its connection, then start Paceline again.",
  },
  SQLITE_READONLY: {
    message: "The data cannot be changed: its file or folder is write-protected.",
    advice: "Allow changes to the data folder and the files in it, then start Paceline again.",
  },
  SQLITE_PERM: {
    message: "The data cannot be read: its file or folder is protected.",
    advice: "Allow access to the data folder and the files in it, then start Paceline again.",
  },
  SQLITE_CANTOPEN: {
    message: "The data file could not be opened or made.",
    advice: "Check that the data folder is there and that it can be written to.",
  },
  SQLITE_BUSY: {
    message: "Another program holds the data file: nothing was read or saved.",
    advice:
      "Close other programs that have it open, a backup or a database browser, then try again.",
  },
  SQLITE_CORRUPT: {
    message: "The data file is damaged.",
    advice: "Close Paceline and put a backup of the file in its place. Keep the damaged one.",
  },
  SQLITE_NOTADB: {
    message: "The data file is damaged, or was not made by Paceline.",
    advice: "Close Paceline and put a backup of the file in its place. Keep the damaged one.",
  },
};

/** An `AppFailure` in words where the disk, the file or another program is the cause; else the error itself. */
export function storageFailure(error: unknown): unknown {
  const words = WORDS[codeOf(error)];
  if (words === undefined) return error;
  return failure(words.message, words.advice, error);
}

export function failure(message: string, advice: string, cause?: unknown): AppFailure {
  const made = new AppFailure({ kind: "storage", message, advice });
  made.cause = cause;
  return made;
}

/** What was asked for is not in the store, or not any more. */
export function missing(what: string): AppFailure {
  return new AppFailure({
    kind: "not-found",
    message: `${what} is not there any more.`,
    advice: "Go back to the list: it shows what is there.",
  });
}

/** It is there, but in a state that does not allow this. */
export function refused(message: string, advice?: string): AppFailure {
  return new AppFailure({ kind: "refused", message, ...(advice === undefined ? {} : { advice }) });
}

/** What was typed into that field cannot be kept. */
export function refusedField(field: string, message: string): AppFailure {
  return new AppFailure({ kind: "invalid-input", message, field });
}

export function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return "";
}
