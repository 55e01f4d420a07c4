import { spawn, spawnSync } from "node:child_process";
import { installDebianPackages } from "./debian.mjs";
import { runNode, Told } from "./terminal.mjs";

export const hasDisplay = () =>
  process.platform !== "linux" ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY);

/**
 * Starts a virtual display on a number that is free. `stop` ends it; it also ends by itself with
 * this process.
 */
export async function startVirtualDisplay() {
  const isInstalled = spawnSync("Xvfb", ["-help"]).error === undefined;
  if (!isInstalled) await installDebianPackages(["xvfb"], "for a virtual display");
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const stop = () => server.kill();
  process.once("exit", stop);
  const number = await new Promise((done, fail) => {
    const refuse = () => fail(new Told("The virtual display (Xvfb) did not start."));
    server.once("error", refuse);
    server.once("exit", refuse);
    server.stdio[3].once("data", (chunk) => done(String(chunk).trim()));
  });
  return { name: `:${number}`, stop };
}

/** `runNode` on this display, or on a virtual one where there is none. */
export async function runWithDisplay(args, variables) {
  const display = hasDisplay() ? null : await startVirtualDisplay();
  try {
    return await runNode(args, { ...variables, ...(display && { DISPLAY: display.name }) });
  } finally {
    display?.stop();
  }
}
