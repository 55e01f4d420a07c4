import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ImportResult } from "../../../src/shared/audience";
import { ask } from "../../support/ask";
import { launchPaceline } from "../../support/electron";
import { beside, type Bench, type Finding } from "../bench";
import { median } from "../median";
import { writeMillionRows } from "./million-rows";
import { importWithShell } from "./sqlite-shell";
import { watchMainProcess, type Watched } from "./watch";

const ROUNDS = 3;

export const importBench: Bench = {
  name: "import-1m",
  method:
    "1,000,000 rows (56 MB) imported by the application, as its dialog asks for it: read, mapped, " +
    "numbers validated, duplicates found, facts of numbers and rows stored; beside the sqlite3 " +
    `command line, .import + unique index. ${ROUNDS} rounds in turn, each into an audience of its own.`,
  run: async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "paceline-bench-"));
    try {
      const file = path.join(folder, "million.csv");
      await writeMillionRows(file);
      return findings(await rounds(file, folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

interface Round extends Watched {
  readonly ours: number;
  readonly theirs: number;
}

async function rounds(file: string, folder: string): Promise<readonly Round[]> {
  const { app, page, close } = await launchPaceline({ dataDir: path.join(folder, "store") });
  try {
    const found = await ask(page, "audiences.previewFile", { path: file, format: {} });
    const { phone = 1, ...others } = found.guess;
    const done: Round[] = [];
    while (done.length < ROUNDS) {
      const theirs = await importWithShell(file, folder);
      const stop = await watchMainProcess(app);
      const began = performance.now();
      const result = await ask(page, "audiences.import", {
        importId: `round ${done.length}`,
        path: file,
        format: found.format,
        mapping: { phone, ...others },
        target: { kind: "new", name: `Million ${done.length}` },
      });
      const ours = (performance.now() - began) / 1_000;
      refuseHalfDone(result);
      done.push({ ours, theirs, ...(await stop()) });
    }
    return done;
  } finally {
    await close();
  }
}

function refuseHalfDone({ rows, imported }: ImportResult): void {
  if (imported !== 1_000_000) throw new Error(`${imported} of ${rows} rows were imported.`);
}

function findings(done: readonly Round[]): Finding[] {
  const name = "import-1m";
  const of = (figure: keyof Round) => done.map((round) => round[figure]);
  const [ours, theirs] = [median(of("ours")), median(of("theirs"))];
  const longestBlock = Math.max(...of("longestBlock"));
  const moreMemory = Math.max(...of("moreMemory"));
  const time = {
    name,
    what: "time, median",
    ours,
    unit: "s",
    goal: "≤ 4 ×",
    met: ours <= 4 * theirs,
  };
  const limit = { name, against: null, theirs: null, ratio: null };
  return [
    beside(time, "sqlite3 .import", theirs),
    {
      ...limit,
      what: "main process blocked, longest",
      ours: longestBlock,
      unit: "ms",
      goal: "≤ 50 ms",
      met: longestBlock <= 50,
    },
    {
      ...limit,
      what: "more memory, most",
      ours: moreMemory,
      unit: "MB",
      goal: "< 300 MB",
      met: moreMemory < 300,
    },
  ];
}
