import { isAscii } from "node:buffer";
import { analyse } from "chardet";
import { AppFailure } from "../../shared/app-error";
import type { CsvFormat } from "../../shared/audience";
import type { SourceFile } from "./source-file";

type Encoding = CsvFormat["encoding"];

const SAMPLE_BYTES = 64 * 1024;
/** Plain ASCII says nothing of the encoding, so the search goes on; but not for ever. */
const SEARCHED_BYTES = 64 * 1024 * 1024;

/** Finds the encoding out; refuses files that are no text at all. */
export async function detectEncoding(file: SourceFile): Promise<Encoding> {
  const head = await readAt(file, 0);
  refuseSigned(head, file.name);
  const marked = byteOrderMark(head) ?? utf16WithoutMark(head);
  if (marked !== null) return marked;
  if (mostlyControlCharacters(head)) throw notText(file.name, "not a text file");
  const telling = await firstPartBeyondAscii(file);
  return telling === null || looksLikeUtf8(telling) ? "utf-8" : "windows-1252";
}

function byteOrderMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

/** In UTF-16, digits, delimiters and line ends have a zero byte on one side; elsewhere there is none. */
function utf16WithoutMark(head: Buffer): Encoding | null {
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const [even, odd] = zeros.map((count) => count / (head.length / 2)) as [number, number];
  if (odd > 0.3 && even < 0.05) return "utf-16le";
  if (even > 0.3 && odd < 0.05) return "utf-16be";
  return null;
}

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: "a workbook (such as .xlsx) or an archive" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an Excel workbook (.xls)" },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF document" },
  { bytes: [0x1f, 0x8b], what: "a compressed file" },
];

/** Before UTF-16 is looked for: a short archive has as many zero bytes as that. */
function refuseSigned(head: Buffer, name: string): void {
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (known !== undefined) throw notText(name, known.what);
}

function notText(name: string, what: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `“${name}” is ${what}. Only CSV files can be imported.`,
    advice:
      "Open it in the program it comes from and save it as “CSV UTF-8”, then choose that file.",
  });
}

/** More than one byte in ten that no text holds. A few zero bytes make a damaged text, not a binary. */
function mostlyControlCharacters(head: Buffer): boolean {
  const control = head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length;
  return control > head.length / 10;
}

async function firstPartBeyondAscii(file: SourceFile): Promise<Buffer | null> {
  for (let at = 0; at < Math.min(file.bytes, SEARCHED_BYTES); at += SAMPLE_BYTES) {
    const part = await readAt(file, at);
    if (!isAscii(part)) return part;
  }
  return null;
}

/** 25 is what the detector gives when more than ten characters in eleven are sound UTF-8. */
function looksLikeUtf8(part: Buffer): boolean {
  return analyse(part).some((match) => match.name === "UTF-8" && match.confidence >= 25);
}

async function readAt(file: SourceFile, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.min(SAMPLE_BYTES, file.bytes - position));
  return buffer.subarray(0, await file.read(buffer, position));
}
