import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { nextMessage } from "../process";

export const PEERS = ["plainjob", "better-queue-sqlite"] as const;
export type Peer = (typeof PEERS)[number];

/** Each job costs a peer several writes to the disk one after the other: more would take minutes. */
const JOBS = 1_000;

/** Where `npm run bench` has installed the peers; null where that was not possible. */
export function peersFolder(): string | null {
  return process.env.PACELINE_BENCH_PEERS ?? null;
}

/** In a process of its own, with a file of its own. */
export async function jobsPerSecond(folder: string, peer: Peer): Promise<number> {
  const data = await mkdtemp(path.join(tmpdir(), "paceline-bench-"));
  const file = path.join(data, "jobs.db");
  const child = fork(path.join(folder, `${peer}.mjs`), [file, String(JOBS)], { execArgv: [] });
  try {
    return (await nextMessage<{ readonly perSecond: number }>(child)).perSecond;
  } finally {
    child.kill();
    await rm(data, { recursive: true, force: true });
  }
}
