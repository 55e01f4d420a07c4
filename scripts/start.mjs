/** npm start: installs what is missing, builds, and opens the application. */
import { spawn } from "node:child_process";
import { createWriteStream, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { ensureBuild } from "./toolchain/build.mjs";
import { hasDisplay, startVirtualDisplay } from "./toolchain/display.mjs";
import { ensureElectron, sandboxArguments } from "./toolchain/electron.mjs";
import { ensurePackages } from "./toolchain/packages.mjs";
import {
  lastLines,
  main,
  projectRoot,
  say,
  scratchFolder,
  shown,
  startLog,
} from "./toolchain/terminal.mjs";

const screenshot = join(scratchFolder, "screenshot.png");

await main(async (applicationArguments) => {
  await ensurePackages();
  const electron = await ensureElectron();
  await ensureBuild();
  if (hasDisplay()) {
    say("Paceline opens. Ctrl+C here quits it.");
    return await open(electron, applicationArguments, process.env);
  }
  const display = await startVirtualDisplay();
  try {
    rmSync(screenshot, { force: true });
    say("There is no display here: Paceline runs in a virtual one. Ctrl+C quits it.");
    say(`A screenshot of its window will lie at ${shown(screenshot)}.`);
    return await open(electron, applicationArguments, {
      ...process.env,
      DISPLAY: display.name,
      PACELINE_SCREENSHOT: screenshot,
    });
  } finally {
    display.stop();
  }
});

/** Runs the application until it ends; resolves with its exit code. Its chatter goes to a log. */
async function open(electron, applicationArguments, env) {
  const log = startLog("paceline");
  const child = spawn(electron, [...sandboxArguments(), projectRoot, ...applicationArguments], {
    cwd: projectRoot,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chatter = createWriteStream(log, { flags: "a" });
  child.stdout.pipe(chatter, { end: false });
  child.stderr.pipe(chatter, { end: false });

  let interrupted = false;
  const pass = (signal) => {
    // Asked twice: whoever does that does not want to wait for calls on their way.
    child.kill(interrupted ? "SIGKILL" : signal);
    interrupted = true;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);

  const code = await new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (status, signal) => done(status ?? 128 + constants.signals[signal]));
  });
  if (code !== 0 && !interrupted) explain(code, log, electron);
  return code;
}

function explain(code, log, electron) {
  say(`Paceline ended with exit code ${code}.\n\n${lastLines(log, 15)}\n\nIts log: ${shown(log)}`);
  if (!readFileSync(log, "utf8").includes("SUID sandbox helper")) return;
  const helper = join(dirname(electron), "chrome-sandbox");
  say(
    "This system keeps Chromium from making its sandbox by itself. This lets it, for this Electron:" +
      `\n\n  sudo chown root ${helper} && sudo chmod 4755 ${helper}\n`,
  );
}
