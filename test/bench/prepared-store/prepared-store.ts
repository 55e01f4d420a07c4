import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fillStore } from "./fill-store";

const CACHE = path.resolve(".cache/bench/stores");

/**
 * A data folder with a store that holds one paused campaign of so many contacts, each called three
 * times. It takes a minute or two to fill for a million contacts, so that it is kept; each caller
 * gets a copy.
 */
export async function preparedDataFolder(contacts: number): Promise<string> {
  const kept = path.join(CACHE, `${contacts}-${await versionOfTheForm()}`);
  if (!existsSync(kept)) {
    console.log(`A store of ${contacts} contacts is being filled; the next time it is there.`);
    const unfinished = `${kept}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(path.join(unfinished, "practice"), { recursive: true });
    await fillStore(path.join(unfinished, "practice", "paceline.db"), contacts);
    await rename(unfinished, kept);
  }
  const copy = await mkdtemp(path.join(tmpdir(), "paceline-bench-"));
  await cp(kept, copy, { recursive: true });
  return copy;
}

/** A store that was filled for another form of the tables, or in another way, is no use. */
async function versionOfTheForm(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["src/main/storage/migrations", "test/bench/prepared-store"]) {
    for (const file of (await readdir(folder)).sort()) {
      hash.update(await readFile(path.join(folder, file)));
    }
  }
  return hash.digest("hex").slice(0, 12);
}
