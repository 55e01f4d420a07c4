/**
 * npm run bench [-- NAME… --minutes N --json FILE]: measures the application against its goals and
 * its peers, side by side on this machine.
 */
import { ensureBenchPeers } from "./toolchain/bench-peers.mjs";
import { ensureBuild } from "./toolchain/build.mjs";
import { ensureElectron } from "./toolchain/electron.mjs";
import { ensurePackages } from "./toolchain/packages.mjs";
import { runWithDisplay } from "./toolchain/display.mjs";
import { ensureSqliteShell } from "./toolchain/sqlite-shell.mjs";
import { main } from "./toolchain/terminal.mjs";

await main(async (words) => {
  await ensurePackages();
  const electron = await ensureElectron();
  await ensureBuild();
  const names = words.filter((word, place) => !`${words[place - 1]}${word}`.includes("--"));
  const withPeers = names.length === 0 || names.includes("throughput");
  const peers = withPeers ? await ensureBenchPeers() : null;
  if (names.length === 0 || names.includes("import-1m")) await ensureSqliteShell();
  return await runWithDisplay(
    ["scripts/toolchain/run-typescript.mjs", "test/bench/run.ts", ...words],
    { PACELINE_ELECTRON: electron, ...(peers && { PACELINE_BENCH_PEERS: peers }) },
  );
});
