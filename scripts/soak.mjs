/**
 * npm run soak [-- --kills N --seed N]: kills the application again and again in the middle of its
 * campaigns, against a carrier with faults, and holds what truly happened against its promises.
 */
import { ensurePackages } from "./toolchain/packages.mjs";
import { main, runNode } from "./toolchain/terminal.mjs";

await main(async (words) => {
  await ensurePackages();
  return await runNode(["scripts/toolchain/run-typescript.mjs", "test/soak/run.ts", ...words]);
});
