/**
 * npm run mutation [-- FILE…]: changes the dialing engine in thousands of small ways, and sees which
 * of them its tests notice; `pacing outcome` names files of src/main/dialing. All of it takes hours.
 * Texts are left as they are: the compiler knows every kind by its name, and wordings are no logic.
 * The report is written to .cache/stryker.
 */
import { ensurePackages } from "./toolchain/packages.mjs";
import { main, runNode } from "./toolchain/terminal.mjs";

await main(async (files) => {
  await ensurePackages();
  const chosen = files.map((file) => `src/main/dialing/${file}.ts`);
  return await runNode([
    "node_modules/@stryker-mutator/core/bin/stryker.js",
    "run",
    ...(chosen.length > 0 ? ["--mutate", chosen.join(",")] : []),
  ]);
});
