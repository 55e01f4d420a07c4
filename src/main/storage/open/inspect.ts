import { open, stat } from "node:fs/promises";
import type { DatabaseFile } from "../dialect/database-file";
import { failure } from "../failures";
import { APPLICATION_ID, LATEST_VERSION } from "../migrations/migrate";

const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";
/** Offsets in SQLite's file header. */
const PAGE_SIZE_AT = 16;
const PAGES_AT = 28;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/**
 * Looks at the file before SQLite does: by merely opening it SQLite would leave files beside it.
 * Only reads, so that a file which cannot be used stays exactly as it is.
 *
 * @throws AppFailure when it is damaged, not ours, or from a newer version
 */
export async function inspect(path: string): Promise<void> {
  const header = await readHeader(path);
  if (header === null) return;
  const { bytes, size } = header;
  if (bytes.length < HEADER_BYTES || bytes.toString("latin1", 0, MAGIC.length) !== MAGIC) {
    throw damaged();
  }
  const applicationId = bytes.readUInt32BE(APPLICATION_ID_AT);
  const pages = bytes.readUInt32BE(PAGES_AT);
  // A store that was being made when the computer died has a first page with nothing in it.
  if (applicationId !== APPLICATION_ID && (applicationId !== 0 || pages > 1)) throw foreign();
  refuseNewerVersion(bytes.readUInt32BE(USER_VERSION_AT));

  const pageSize = bytes.readUInt16BE(PAGE_SIZE_AT);
  // 1 stands for 65,536, which does not fit.
  const wholeSize = pages * (pageSize === 1 ? 65_536 : pageSize);
  // What is missing at the end may still lie in the write-ahead log, after a crash.
  if (size < wholeSize && !(await hasLog(path))) throw damaged();
}

/** @throws AppFailure when the file was made by a version that knows more than this one */
export function refuseNewerVersion(version: number): void {
  if (version > LATEST_VERSION) {
    throw failure(
      "The data was last used by a newer version of Paceline. It was left as it is.",
      "Install the newest version of Paceline.",
    );
  }
}

function foreign() {
  return failure(
    "The data file belongs to another program. It was left as it is.",
    "Move it out of the data folder, or choose another data folder.",
  );
}

/** Larger files are not read through before use: damage shows when it is met. */
const CHECKED_UP_TO_PAGES = 8_192;

/** @throws AppFailure when pages of a small store do not hang together */
export async function checkWhole(file: DatabaseFile): Promise<void> {
  const [size] = await file.rows("select page_count as pages from pragma_page_count", []);
  if (Number(size?.pages) > CHECKED_UP_TO_PAGES) return;
  const [found] = await file.rows("pragma quick_check(1)", []);
  if (found?.quick_check !== "ok") throw damaged();
}

function damaged() {
  return failure(
    "The data file is damaged. It was left as it is.",
    "Put a backup of the file in its place. Keep the damaged one: some of it may be saved.",
  );
}

/** Null when there is no file yet, or an empty one. */
async function readHeader(path: string): Promise<{ bytes: Buffer; size: number } | null> {
  let file;
  try {
    file = await open(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw failure(
      "The data file cannot be read.",
      "Allow access to the data folder and the files in it, then start Paceline again.",
      error,
    );
  }
  try {
    const { size } = await file.stat();
    if (size === 0) return null;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return { bytes: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}

async function hasLog(path: string): Promise<boolean> {
  const log = await stat(`${path}-wal`).catch(() => null);
  return log !== null && log.size > 0;
}
