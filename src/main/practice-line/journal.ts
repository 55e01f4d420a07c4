import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { PracticeCall } from "./call";
import type { TranscriptOrder } from "./transcript";

/** Everything that the practice line has to remember while it is closed. */
export type JournalEntry =
  | { readonly kind: "call"; readonly call: PracticeCall }
  | { readonly kind: "transcript"; readonly transcript: TranscriptOrder };

/**
 * One JSON text a line, appended as things happen. A later entry of the same SID takes the place
 * of an earlier one. What a crash tore off at the end is passed over.
 */
export class Journal {
  readonly #path: string;
  #file: number | null = null;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#path = join(folder, "practice-line.jsonl");
  }

  read(): JournalEntry[] {
    if (!existsSync(this.#path)) return [];
    return readFileSync(this.#path, "utf8").split("\n").flatMap(parsed);
  }

  /** Begins anew with these entries; the old file is whole until the new one is. */
  restart(entries: readonly JournalEntry[]): void {
    this.close();
    const fresh = `${this.#path}.new`;
    writeFileSync(fresh, entries.map(line).join(""));
    renameSync(fresh, this.#path);
    this.#file = openSync(this.#path, "a");
  }

  append(entry: JournalEntry): void {
    if (this.#file === null) throw new Error("The journal is closed.");
    writeSync(this.#file, line(entry));
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}

function line(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

function parsed(text: string): JournalEntry[] {
  if (text === "") return [];
  try {
    return [JSON.parse(text) as JournalEntry];
  } catch {
    return [];
  }
}
