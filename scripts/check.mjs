/** npm run check [-- NAME…]: everything that can be said about the code without running it. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { ensurePackages } from "./toolchain/packages.mjs";
import { main, projectRoot, runInto, say, startLog } from "./toolchain/terminal.mjs";

/** The slowest first, so that they start together. */
const checks = {
  lint: [
    "eslint/bin/eslint.js",
    ".",
    "--max-warnings=0",
    "--cache",
    "--cache-location=.cache/eslint",
  ],
  types: ["typescript/bin/tsc", "-b"],
  architecture: ["dependency-cruiser/bin/dependency-cruise.mjs", "src", "test"],
  format: ["prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."],
  unused: ["knip/bin/knip.js"],
};

await main(async (names) => {
  await ensurePackages();
  const waiting = names.length > 0 ? names : Object.keys(checks);
  const unknown = waiting.find((name) => !(name in checks));
  if (unknown !== undefined) {
    say(`There is no check "${unknown}". There are: ${Object.keys(checks).join(", ")}.`);
    return 1;
  }
  const failed = [];
  const workOff = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      if (!(await passes(name))) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, workOff));
  if (failed.length > 0) say(`\nFailed: ${failed.join(", ")}.`);
  return failed.length > 0 ? 1 : 0;
});

async function passes(name) {
  const [script, ...args] = checks[name];
  const log = startLog(`check-${name}`);
  const began = Date.now();
  const code = await runInto(log, process.execPath, [
    join(projectRoot, "node_modules", script),
    ...args,
  ]);
  say(`${code === 0 ? "ok    " : "FAILED"} ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
  if (code !== 0) say(readFileSync(log, "utf8"));
  return code === 0;
}
