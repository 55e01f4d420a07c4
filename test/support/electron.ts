import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";

const projectRoot = path.resolve(import.meta.dirname, "../..");

export interface LaunchOptions {
  /** Default: an empty folder of its own, removed by `close`. A folder that is given is kept. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningPaceline {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  /** What the main process has written to its standard error so far. */
  stderr(): string;
  /** Quits without the question that a running campaign would raise. May be called twice. */
  close(): Promise<void>;
}

/**
 * Starts the built application in a real Electron. `npm test -- e2e` sees to the build, the
 * Electron and the display.
 */
export async function launchPaceline(options: LaunchOptions = {}): Promise<RunningPaceline> {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), "paceline-test-")));
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...sandboxArguments(), projectRoot],
    cwd: projectRoot,
    env: environment(dataDir, options.env),
  });
  const child = app.process();
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));

  const close = async () => {
    await quit(child);
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const page = await app.firstWindow();
    return { app, page, dataDir, stderr: () => stderr, close };
  } catch (error) {
    await close();
    throw new Error(`No window opened. The main process wrote:\n${stderr}`, { cause: error });
  }
}

/** Another start of the application with a data folder that one uses already; it has no driver. */
export function secondCopy(dataDir: string): ChildProcess {
  return spawn(electronExecutable(), [...sandboxArguments(), projectRoot], {
    cwd: projectRoot,
    env: environment(dataDir),
    stdio: "ignore",
  });
}

/** Time that quitting may take, in milliseconds: a call on its way to the carrier is waited for. */
const quitLimit = 15_000;

/** Quits in order, whatever is running, as at a logout; fails when that takes too long. */
async function quit(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<"ended">((done) => child.once("exit", () => done("ended")));
  child.kill("SIGTERM");
  const limit = new Promise<"late">((done) => setTimeout(() => done("late"), quitLimit).unref());
  if ((await Promise.race([ended, limit])) === "ended") return;
  child.kill("SIGKILL");
  throw new Error(`Paceline did not quit within ${quitLimit / 1_000} s.`);
}

export function electronExecutable(): string {
  const executable = process.env.PACELINE_ELECTRON;
  if (executable) return executable;
  throw new Error(
    "PACELINE_ELECTRON is not set: run this by `npm test -- e2e` or another of the npm scripts.",
  );
}

/** Chromium's sandbox refuses to run as root; for everyone else it stays on. */
export function sandboxArguments(): string[] {
  return process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/** Without inherited variables that would point the application under test somewhere else. */
function environment(
  dataDir: string,
  own: LaunchOptions["env"] = {},
): Readonly<Record<string, string>> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(PACELINE|TWILIO)_/.test(entry[0]),
  );
  return { ...Object.fromEntries(inherited), PACELINE_DATA_DIR: dataDir, ...own };
}
