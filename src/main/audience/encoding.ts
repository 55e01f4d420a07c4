import { isAscii } from "node:buffer";
import { analyse } from "chardet";
import { textEncoding, type TextEncoding } from "../../shared/audience";
import { codePageOf } from "./code-page";
import type { SourceFile } from "./source-file";

const SAMPLE_BYTES = 64 * 1024;
/** Plain ASCII says nothing of the encoding, so the search goes on; but not for ever. */
const SEARCHED_BYTES = 64 * 1024 * 1024;

/** Finds the encoding out. `locale`: the supervisor's, by which doubts are settled. */
export async function detectEncoding(file: SourceFile, locale: string): Promise<TextEncoding> {
  const head = await readAt(file, 0);
  const marked = byteOrderMark(head) ?? utf16WithoutMark(head);
  if (marked !== null) return marked;
  const telling = await firstPartBeyondAscii(file);
  return telling === null ? "utf-8" : likelyEncoding(telling, locale);
}

function byteOrderMark(head: Buffer): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

/** In UTF-16, digits, delimiters and line ends have a zero byte on one side; elsewhere there is none. */
function utf16WithoutMark(head: Buffer): TextEncoding | null {
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const [even, odd] = zeros.map((count) => count / (head.length / 2)) as [number, number];
  if (odd > 0.3 && even < 0.05) return "utf-16le";
  if (even > 0.3 && odd < 0.05) return "utf-16be";
  return null;
}

async function firstPartBeyondAscii(file: SourceFile): Promise<Buffer | null> {
  for (let at = 0; at < Math.min(file.bytes, SEARCHED_BYTES); at += SAMPLE_BYTES) {
    const part = await readAt(file, at);
    if (!isAscii(part)) return part;
  }
  return null;
}

/** 25 is what the detector gives when more than ten characters in eleven are sound UTF-8. */
const SOUND_UTF8 = 25;
/** What the supervisor's own code page weighs: names are short, and the detector seldom sure. */
const AT_HOME = 15;

function likelyEncoding(part: Buffer, locale: string): TextEncoding {
  const isUtf8 = analyse(part).some(
    ({ name, confidence }) => name === "UTF-8" && confidence >= SOUND_UTF8,
  );
  if (isUtf8) return "utf-8";
  const home = codePageOf(locale);
  const [best] = analyse(tellingWords(part))
    .map(({ name, confidence }) => ({ encoding: knownAs(name), confidence }))
    .filter(({ encoding }) => encoding !== "utf-8")
    .map(({ encoding, confidence }) => ({
      encoding,
      weight: confidence + (encoding === home ? AT_HOME : 0),
    }))
    .sort((a, b) => b.weight - a.weight);
  return best === undefined || best.weight === 0 ? home : best.encoding;
}

/** Each word beyond ASCII once: the plain ones around them, and digits, only hide the language. */
function tellingWords(part: Buffer): Buffer {
  const words = part.toString("latin1").split(/[\s;,|]+/);
  const telling = new Set(words.filter((word) => /[\x80-\xff]/.test(word)));
  return Buffer.from([...telling].join(" ").replace(/[\d"']/g, ""), "latin1");
}

/** Excel writes code pages of Windows: those hold the letters of the ISO ones in the same places. */
const WRITTEN_AS: Readonly<Record<string, TextEncoding>> = {
  "ISO-8859-1": "windows-1252",
  "ISO-8859-6": "windows-1256",
  "ISO-8859-7": "windows-1253",
  "ISO-8859-8": "windows-1255",
  "ISO-8859-9": "windows-1254",
};

function knownAs(name: string): TextEncoding {
  const known = textEncoding.safeParse(WRITTEN_AS[name] ?? name.toLowerCase());
  return known.success ? known.data : "windows-1252";
}

async function readAt(file: SourceFile, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.min(SAMPLE_BYTES, file.bytes - position));
  return buffer.subarray(0, await file.read(buffer, position));
}
