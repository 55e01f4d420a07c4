import { Duplex } from "node:stream";
import { createInflateRaw } from "node:zlib";

/**
 * Workbooks are packed as "deflate-raw", which the streams of Node 18, on which tests may run, do not
 * unpack; its zlib does. In every newer Node this changes nothing.
 */
export function ensureRawDeflate(): void {
  const Known = globalThis.DecompressionStream;
  try {
    new Known("deflate-raw");
  } catch {
    const unpacking = (format: "deflate" | "deflate-raw" | "gzip") =>
      format === "deflate-raw" ? Duplex.toWeb(createInflateRaw()) : new Known(format);
    // Not an arrow: it is called with `new`, which gives back what it returns.
    Object.assign(globalThis, {
      DecompressionStream: function (format: "deflate" | "deflate-raw" | "gzip") {
        return unpacking(format);
      },
    });
  }
}
