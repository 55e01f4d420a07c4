import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleApplication } from "./application/bundle";
import { added, type Figures } from "./figures";
import { PROMISES, type BrokenPromise } from "./promises/broken";
import { Round } from "./round";

/** Kills of one round, and contacts that make it last so long. */
const ROUND = { kills: 30, contacts: 110, longestLife: 2_400 };

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "300" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const wanted = Number(values.kills);
const firstSeed = Number(values.seed);
if (!(wanted > 0) || !Number.isInteger(firstSeed)) {
  console.error("--kills must be a number above 0, --seed a whole number.");
  process.exit(1);
}

const built = await bundleApplication();
const began = Date.now();
const rounds: Figures[] = [];
const broken: BrokenPromise[] = [];
let kills = 0;
for (let seed = firstSeed; kills < wanted; seed += 1) {
  const folder = await mkdtemp(path.join(tmpdir(), "paceline-soak-"));
  const options = { ...ROUND, kills: Math.min(ROUND.kills, wanted - kills), seed, folder, built };
  const report = await new Round(options).play();
  const inRound = report.figures.get("kills") ?? 0;
  kills += inRound;
  rounds.push(report.figures);
  broken.push(...report.broken);
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  const word = report.broken.length === 0 ? "all promises kept" : "BROKEN";
  console.log(`seed ${seed}: ${inRound} kills, ${word} · ${kills}/${wanted} after ${minutes} min`);
  if (report.broken.length === 0) await rm(folder, { recursive: true, force: true });
  else tellBroken(report.broken, seed, inRound, folder);
}
await rm(built, { recursive: true, force: true });

console.log(`\n${closingTable(added(rounds), broken)}`);
process.exit(broken.length > 0 ? 1 : 0);

function tellBroken(
  found: readonly BrokenPromise[],
  seed: number,
  inRound: number,
  folder: string,
): void {
  for (const { promise, detail } of found) console.log(`  ${promise}: ${detail}`);
  console.log(`  Replay: npm run soak -- --kills ${inRound} --seed ${seed}`);
  console.log(`  The store and the carrier's journal are kept in ${folder}`);
}

function closingTable(figures: Figures, found: readonly BrokenPromise[]): string {
  const times = PROMISES.map(
    (name) => [name, found.filter(({ promise }) => promise === name).length] as const,
  );
  const rows = [...figures, ["", null] as const, ["Promises broken", null] as const];
  const width = Math.max(...[...figures.keys(), ...PROMISES].map((name) => name.length)) + 2;
  return [...rows, ...times]
    .map(([name, value]) => name.padEnd(width) + (value === null ? "" : String(value).padStart(7)))
    .map((line) => line.trimEnd())
    .join("\n");
}
