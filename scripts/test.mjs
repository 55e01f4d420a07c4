/**
 * npm test [-- GROUP… FILTER…]: installs and builds what is missing, then runs the tests: `unit`,
 * `integration` and `contract` in vitest, `e2e` in the real application. Other words choose files
 * by a part of their path; options (-t, -g, …) go to the runner, so name a group with them.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "./toolchain/build.mjs";
import { runWithDisplay } from "./toolchain/display.mjs";
import { ensureElectron } from "./toolchain/electron.mjs";
import { ensurePackages } from "./toolchain/packages.mjs";
import { main, runNode, say, scratchFolder } from "./toolchain/terminal.mjs";

const vitestGroups = ["unit", "integration", "contract"];
const groups = [...vitestGroups, "e2e"];
const reports = join(scratchFolder, "reports");
const nothing = { passed: 0, failed: 0, skipped: 0 };

await main(async (words) => {
  const named = groups.filter((group) => words.includes(group));
  const chosen = named.length > 0 ? named : groups;
  const filters = words.filter((word) => !groups.includes(word));

  await ensurePackages();
  const electron = await ensureElectron();
  await ensureBuild();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const results = [
    await vitest(
      chosen.filter((group) => group !== "e2e"),
      filters,
    ),
    chosen.includes("e2e") ? await playwright(electron, filters) : nothing,
  ];
  return conclude(results);
});

async function vitest(chosen, filters) {
  if (chosen.length === 0) return nothing;
  const report = join(reports, "vitest.json");
  const code = await runNode([
    "node_modules/vitest/vitest.mjs",
    "run",
    ...chosen.map((group) => `--project=${group}`),
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  const told = readReport(report);
  return counted(code, {
    passed: told?.numPassedTests,
    failed: told?.numFailedTests,
    skipped: told && told.numPendingTests + told.numTodoTests,
  });
}

async function playwright(electron, filters) {
  const report = join(reports, "playwright.json");
  const code = await runWithDisplay(
    [
      "node_modules/@playwright/test/cli.js",
      "test",
      "--reporter=list,json",
      "--pass-with-no-tests",
      ...filters,
    ],
    { PACELINE_ELECTRON: electron, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  const stats = readReport(report)?.stats;
  return counted(code, {
    passed: stats?.expected,
    failed: stats && stats.unexpected + stats.flaky,
    skipped: stats?.skipped,
  });
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** A runner that failed without a failed test (a file that does not load, say) counts as one. */
function counted(code, { passed = 0, failed = 0, skipped = 0 }) {
  return { passed, failed: Math.max(failed, code === 0 ? 0 : 1), skipped };
}

/** The plain line at the very end, and the exit code. */
function conclude(results) {
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  const [passed, failed, skipped] = ["passed", "failed", "skipped"].map(sum);
  if (passed + failed + skipped === 0) say("No test matches.");
  say(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
