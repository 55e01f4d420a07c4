import iconv from "iconv-lite";
import type { TextEncoding } from "../../shared/audience";
import type { SourceFile } from "./source-file";

export interface TextPart {
  readonly text: string;
  /** How far the file has been read when this part ends. */
  readonly bytesRead: number;
}

/** Large enough to be quick, small enough that cancelling and progress are prompt. */
const PART_BYTES = 256 * 1024;

/**
 * The file as text, part by part, without its byte order mark. Every line end, CRLF or CR, becomes
 * LF, inside quotes too: files that mix them are common, and no parser gets those right.
 */
export async function* readText(
  file: SourceFile,
  encoding: TextEncoding,
): AsyncGenerator<TextPart> {
  const decoder = iconv.getDecoder(encoding);
  const unifyLineEnds = lineEndUnifier();
  const buffer = Buffer.alloc(PART_BYTES);
  let bytesRead = 0;
  for (let length = PART_BYTES; length === PART_BYTES; bytesRead += length) {
    length = await file.read(buffer, bytesRead);
    const text = unifyLineEnds(decoder.write(buffer.subarray(0, length)));
    yield { text, bytesRead: bytesRead + length };
  }
  yield { text: unifyLineEnds(decoder.end() ?? "") + unifyLineEnds.end(), bytesRead };
}

interface LineEndUnifier {
  (text: string): string;
  end(): string;
}

/** A CR at the end of a part is held back: the LF that may belong to it comes with the next one. */
function lineEndUnifier(): LineEndUnifier {
  let held = "";
  const unify = (text: string) => {
    const whole = held + text;
    held = whole.endsWith("\r") ? "\r" : "";
    const ready = held === "" ? whole : whole.slice(0, -1);
    return ready.includes("\r") ? ready.replace(/\r\n?/g, "\n") : ready;
  };
  return Object.assign(unify, { end: () => (held === "" ? "" : "\n") });
}
