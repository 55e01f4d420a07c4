import { rename, rm } from "node:fs/promises";
import { basename } from "node:path";
import { AppFailure } from "../../shared/app-error";

/** Writes a file that is there whole or not at all: beside it first, then in its place. */
export async function writeWhole(
  path: string,
  write: (unfinished: string) => Promise<void>,
): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await write(unfinished);
    await writing(basename(path), rename(unfinished, path));
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Puts into words what the disk says while the file that people know by this name is written. */
export async function writing<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === "ENOSPC";
    throw new AppFailure({
      kind: "storage",
      message: full
        ? `The disk is full: “${name}” could not be written.`
        : `“${name}” could not be written.`,
      advice: full
        ? "Free some space, then try again."
        : "Close it in other programs, or choose another folder, then try again.",
    });
  }
}
