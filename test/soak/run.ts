import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { bundleApplication } from "./application/bundle";
import { added, closingTable } from "./figures";
import { Soak } from "./soak";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "300" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
if (!(kills > 0) || !Number.isInteger(seed)) {
  console.error("--kills must be a number above 0, --seed a whole number.");
  process.exit(1);
}

const built = await bundleApplication();
const soak = new Soak(kills, seed, built, (line) => console.log(line));
try {
  await soak.run();
} finally {
  await rm(built, { recursive: true, force: true });
}
console.log(`\n${closingTable(added(soak.figures), soak.broken)}`);
process.exit(soak.broken.length > 0 ? 1 : 0);
