/**
 * npm run bench [-- NAME… --minutes N --json FILE]: measures the application against its goals and
 * its peers, side by side on this machine.
 */
import { ensureBuild } from "./toolchain/build.mjs";
import { ensureElectron } from "./toolchain/electron.mjs";
import { ensurePackages } from "./toolchain/packages.mjs";
import { runWithDisplay } from "./toolchain/display.mjs";
import { main } from "./toolchain/terminal.mjs";

await main(async (words) => {
  await ensurePackages();
  const electron = await ensureElectron();
  await ensureBuild();
  return await runWithDisplay(
    ["scripts/toolchain/run-typescript.mjs", "test/bench/run.ts", ...words],
    { PACELINE_ELECTRON: electron },
  );
});
