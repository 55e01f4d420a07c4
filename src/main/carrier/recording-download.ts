import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Fault } from "../dialing/ports";
import type { Connection } from "./connection";
import { faultFrom } from "./error-classes";
import { getMedia } from "./media-request";
import { RequestFailed } from "./request-failure";

type Download = { readonly kind: "kept" } | { readonly kind: "failed"; readonly fault: Fault };

/** Writes the two-track WAV to `target`, whole or not at all, and makes its folder. */
export async function downloadRecording(
  connection: Connection,
  recordingSid: string,
  target: string,
): Promise<Download> {
  const { accountSid } = connection;
  const address = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${recordingSid}.wav?RequestedChannels=2`;
  const partial = `${target}.part`;
  try {
    const answer = await getMedia(address, connection);
    refuseText(answer);
    await mkdir(path.dirname(target), { recursive: true });
    await receive(answer, partial);
    await settle(partial);
    await rename(partial, target);
    return { kind: "kept" };
  } catch (thrown) {
    await rm(partial, { force: true }).catch(() => undefined);
    return { kind: "failed", fault: diskFault(thrown) ?? faultFrom(thrown) };
  }
}

/** A 200 with a page or a message in it comes from something in between: no word on the recording. */
const TEXT = /^(text\/|application\/(json|xml|xhtml))/i;

function refuseText(answer: IncomingMessage): void {
  if (!TEXT.test(answer.headers["content-type"] ?? "")) return;
  answer.destroy();
  throw new RequestFailed({ kind: "unreadable" });
}

async function receive(answer: IncomingMessage, file: string): Promise<void> {
  const sink = createWriteStream(file);
  let received = 0;
  answer.on("data", (chunk: Buffer) => (received += chunk.length));
  try {
    await pipeline(answer, sink);
  } catch (thrown) {
    if (diskFault(thrown) !== null) throw thrown;
    throw new RequestFailed({ kind: "lost", because: "connection" });
  }
  const announced = answer.headers["content-length"];
  if (received === 0 || (announced !== undefined && Number(announced) !== received)) {
    throw new RequestFailed({ kind: "lost", because: "connection" });
  }
}

/** A file that is renamed before its bytes are on disk may be empty after a power cut. */
async function settle(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const DISK_FULL = new Set(["ENOSPC", "EDQUOT"]);
const DISK_REFUSES = new Set(["EACCES", "EPERM", "EROFS", "EIO", "ENOTDIR", "EISDIR", "EMFILE"]);

/** Null: it was not the disk. */
function diskFault(thrown: unknown): Fault | null {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  if (DISK_FULL.has(code)) {
    return {
      kind: "account",
      message: "The disk is full: the recording was not kept.",
      advice: "Make room on the disk; the recording is fetched again later.",
    };
  }
  if (DISK_REFUSES.has(code)) {
    return {
      kind: "account",
      message: `The recording could not be written to disk (${code}).`,
      advice: "Check that the data folder can be written to; the recording is fetched again later.",
    };
  }
  return null;
}
