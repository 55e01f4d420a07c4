/** npm run screenshots: takes the pictures in docs/screenshots anew, from the real application. */
import { ensureBuild } from "./toolchain/build.mjs";
import { runWithDisplay } from "./toolchain/display.mjs";
import { ensureElectron } from "./toolchain/electron.mjs";
import { ensurePackages } from "./toolchain/packages.mjs";
import { main } from "./toolchain/terminal.mjs";

await main(async () => {
  await ensurePackages();
  const electron = await ensureElectron();
  await ensureBuild();
  return await runWithDisplay(
    ["scripts/toolchain/run-typescript.mjs", "test/screenshots/take.ts"],
    { PACELINE_ELECTRON: electron },
  );
});
