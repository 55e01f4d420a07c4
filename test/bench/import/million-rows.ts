import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const ROWS = 1_000_000;
const BATCH = 10_000;

/** Area codes of five cities, whose numbers are all valid with these last digits. */
const AREAS = ["212", "303", "312", "415", "617"];
/** Without a common divisor with the count of numbers: each comes once, in no order. */
const STRIDE = 7_919;
const NUMBERS_IN_AREA = 1_000_003;

/** A million contacts, 56 MB: name, number, town, plan, balance. One in three numbers is national. */
export async function writeMillionRows(file: string): Promise<void> {
  await pipeline(Readable.from(batches()), createWriteStream(file));
}

function* batches(): Generator<string> {
  yield "Name,Phone,Town,Plan,Balance\n";
  for (let start = 0; start < ROWS; start += BATCH) {
    yield Array.from({ length: BATCH }, (_, at) => row(start + at)).join("");
  }
}

function row(n: number): string {
  const area = AREAS[n % AREAS.length]!;
  const line = 2_000_000 + ((n * STRIDE) % NUMBERS_IN_AREA);
  const phone = n % 3 === 0 ? `(${area}) ${line}` : `+1${area}${line}`;
  return `Contact ${n} of many,${phone},Town ${n % 5_000},gold,${(n % 900) / 10}\n`;
}
