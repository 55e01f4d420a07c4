import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PracticeCall } from "../../src/main/practice-line/call";
import type { JournalEntry } from "../../src/main/practice-line/journal";

/** Every call that was ever created at the practice line of this data folder, by number called. */
export async function practiceCalls(dataDir: string): Promise<Map<string, PracticeCall[]>> {
  const file = path.join(dataDir, "practice/practice-line/practice-line.jsonl");
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  // A later line about the same call takes the place of an earlier one.
  const calls = new Map<string, PracticeCall>();
  for (const line of lines) {
    const entry = JSON.parse(line) as JournalEntry;
    if (entry.kind === "call") calls.set(entry.call.sid, entry.call);
  }
  const byNumber = new Map<string, PracticeCall[]>();
  for (const call of calls.values()) {
    byNumber.set(call.order.to, [...(byNumber.get(call.order.to) ?? []), call]);
  }
  return byNumber;
}
