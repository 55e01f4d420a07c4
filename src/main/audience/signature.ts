import { AppFailure } from "../../shared/app-error";
import type { SourceFile } from "./source-file";

const HEAD_BYTES = 64 * 1024;

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: "an old Excel workbook (.xls), or one that is locked with a password",
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF document" },
  { bytes: [0x1f, 0x8b], what: "a compressed file" },
];
const PACKED = [0x50, 0x4b, 0x03, 0x04];

/** Tells by its first bytes what a file is, whatever its name says; refuses what is neither. */
export async function kindOfFile(file: SourceFile): Promise<"text" | "workbook"> {
  const buffer = Buffer.alloc(Math.min(HEAD_BYTES, file.bytes));
  const head = buffer.subarray(0, await file.read(buffer, 0));
  const startsWith = (bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  if (startsWith(PACKED)) return "workbook";
  const known = SIGNATURES.find(({ bytes }) => startsWith(bytes));
  if (known !== undefined) throw notImportable(file.name, known.what);
  // UTF-16 has a zero byte with each plain letter, and begins with a mark or a letter.
  if (mostlyControlCharacters(head)) throw notImportable(file.name, "not a text file");
  return "text";
}

/** More than one byte in ten that no text holds. Zero bytes are UTF-16, or a damaged text. */
function mostlyControlCharacters(head: Buffer): boolean {
  const control = head.filter((byte) => byte > 0 && (byte < 0x09 || (byte > 0x0d && byte < 0x20)));
  return control.length > head.length / 10;
}

function notImportable(name: string, what: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `“${name}” is ${what}. Only CSV files and Excel workbooks (.xlsx) can be imported.`,
    advice:
      "Open it in the program it comes from, save it as .xlsx or “CSV UTF-8”, and choose that file.",
  });
}
