/**
 * A packaged Electron has lost the part that starts the application in the folder named on the
 * command line. This does what that part does: `electron FOLDER` runs FOLDER's main.
 */
const { app } = require("electron");
const Module = require("node:module");
const { join, resolve } = require("node:path");

const folder = process.argv.slice(1).find((argument) => !argument.startsWith("-"));
if (folder === undefined) {
  process.stderr.write("Usage: electron FOLDER\n");
  process.exit(1);
}
const root = resolve(folder);
const description = require(join(root, "package.json"));

app.setVersion(description.version ?? "0.0.0");
app.setName(description.productName ?? description.name ?? "Electron");
app.setAppPath(root);
Module._load(join(root, description.main ?? "index.js"), Module, true);
