import { open, stat, type FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import { AppFailure } from "../../shared/app-error";

/** A file that is read while other programs may change it or take it away. Fails as `AppFailure`. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: number;
  /** Fills the buffer from that position on; returns how many bytes there were, 0 at the end. */
  read(buffer: Buffer, position: number): Promise<number>;
  /** Fails when the file was written to since it was opened. */
  ensureUnchanged(): Promise<void>;
}

/** Opens a file for the time of `use`. */
export async function withSourceFile<T>(
  path: string,
  use: (file: SourceFile) => Promise<T>,
): Promise<T> {
  const name = basename(path);
  const inWords = <R>(work: Promise<R>) =>
    work.catch((error: unknown) => {
      throw fileFailure(error, name);
    });
  refuseAllButFiles(await inWords(stat(path)), name);
  const handle = await inWords(open(path, "r"));
  try {
    const opened = await inWords(handle.stat());
    if (opened.size === 0) throw emptyFile(name);
    return await use({
      name,
      bytes: opened.size,
      read: (buffer, position) => inWords(fill(handle, buffer, position)),
      async ensureUnchanged() {
        const now = await inWords(handle.stat());
        const same = now.size === opened.size && now.mtimeMs === opened.mtimeMs;
        if (!same) throw changedFile(name);
      },
    });
  } finally {
    await handle.close();
  }
}

/** A read may bring less than was asked for before the end is reached. */
async function fill(handle: FileHandle, buffer: Buffer, position: number): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(
      buffer,
      filled,
      buffer.length - filled,
      position + filled,
    );
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

/** Asked before opening: to open a pipe would wait for ever. */
function refuseAllButFiles(found: { isFile(): boolean; isDirectory(): boolean }, name: string) {
  if (found.isFile()) return;
  throw new AppFailure({
    kind: "invalid-input",
    message: `“${name}” is ${found.isDirectory() ? "a folder" : "not a file"}. Nothing was read.`,
    advice: "Choose a file.",
  });
}

export function emptyFile(name: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `“${name}” is empty.`,
    advice: "Choose a file with one contact in each row.",
  });
}

function changedFile(name: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `“${name}” was changed while it was being read. Nothing was imported.`,
    advice: "Close the program that writes to it, then import it again.",
  });
}

function fileFailure(error: unknown, name: string): AppFailure {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
    case "ENOTDIR":
      return new AppFailure({
        kind: "invalid-input",
        message: `“${name}” is no longer there. Nothing was imported.`,
        advice: "It may have been moved or renamed. Choose it again.",
      });
    case "EACCES":
    case "EPERM":
    case "EBUSY":
      return new AppFailure({
        kind: "invalid-input",
        message: `“${name}” may not be read. Nothing was imported.`,
        advice: "Close it in other programs, check its permissions, then choose it again.",
      });
    default:
      return new AppFailure({
        kind: "invalid-input",
        message: `“${name}” cannot be read. Nothing was imported.`,
        advice: "Check that its drive or network folder is connected, then choose it again.",
      });
  }
}
