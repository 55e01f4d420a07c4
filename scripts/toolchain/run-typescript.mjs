/** `node run-typescript.mjs FILE ARGUMENTS…` runs a TypeScript file, and what it imports, as it is. */
import { resolve } from "node:path";
import { runnerImport } from "vite";

const [node, , file, ...args] = process.argv;
process.argv = [node, file, ...args];
await runnerImport(resolve(file), { configFile: false, logLevel: "warn" });
