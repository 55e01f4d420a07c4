/**
 * npm run package: makes the installers of this system in dist/. With --dir it makes the unpacked
 * application alone, also with the stand-in for Electron, for a trial.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ensureBuild } from "./toolchain/build.mjs";
import { ensureElectron } from "./toolchain/electron.mjs";
import { ensurePackages } from "./toolchain/packages.mjs";
import { isStandIn, standInVersion } from "./toolchain/stand-in.mjs";
import {
  lastLines,
  main,
  projectRoot,
  runInto,
  say,
  shown,
  startLog,
  Told,
  withProgress,
} from "./toolchain/terminal.mjs";

await main(async (words) => {
  const unpackedOnly = words.includes("--dir");
  await ensurePackages();
  const electron = await ensureElectron();
  if (isStandIn(electron) && !unpackedOnly) {
    throw new Told(
      "Installers need Electron itself and electron-builder's tools, and neither can be downloaded " +
        "here. Nothing was made. `npm run package:dir` makes an application to try.",
    );
  }
  await ensureBuild();
  const args = [...(unpackedOnly ? ["--dir"] : []), "--publish=never"];
  if (!isStandIn(electron)) return await pack(args);

  const bare = mkdtempSync(join(tmpdir(), "paceline-electron-"));
  try {
    cpSync(dirname(electron), bare, { recursive: true });
    rmSync(join(bare, "resources"), { recursive: true });
    say(`This is a trial with Electron ${standInVersion}: not to be handed to anybody.`);
    return await pack([...args, `-c.electronDist=${bare}`, `-c.electronVersion=${standInVersion}`]);
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
});

async function pack(args) {
  await withProgress("Packaging", async () => {
    const log = startLog("package");
    const builder = join(projectRoot, "node_modules/electron-builder/cli.js");
    if ((await runInto(log, process.execPath, [builder, ...args])) === 0) return;
    throw new Told(`${lastLines(log, 20)}\n\nThe whole log: ${shown(log)}`);
  });
  say("It lies in dist/.");
  return 0;
}
