/** npm run build: builds main, workers, preload and renderer into out/. */
import { build } from "./toolchain/build.mjs";
import { ensurePackages } from "./toolchain/packages.mjs";
import { main } from "./toolchain/terminal.mjs";

await main(async () => {
  await ensurePackages();
  await build();
  return 0;
});
