import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** What a command of this folder leaves behind: logs, reports, marks. Ignored by git. */
export const scratchFolder = join(projectRoot, ".cache");

/** A failure that is told in plain words, without a stack. */
export class Told extends Error {}

export const say = (line) => process.stdout.write(`${line}\n`);

/** A path as one would type it from the project's folder. */
export const shown = (path) => {
  const inside = relative(projectRoot, path);
  return inside.startsWith("..") ? path : inside;
};

/** A fresh log file for the output of programs that would flood the terminal. */
export function startLog(name) {
  const path = join(scratchFolder, "logs", `${name}.log`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  return path;
}

const linesOf = (path) => stripVTControlCharacters(readFileSync(path, "utf8")).trim().split("\n");
export const firstLines = (path, count) => linesOf(path).slice(0, count).join("\n");
export const lastLines = (path, count) => linesOf(path).slice(-count).join("\n");

const clock = (milliseconds) => {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
};

/** Shows what takes a while: a running time on a terminal, a line now and then elsewhere. */
export async function withProgress(title, work) {
  const started = Date.now();
  const elapsed = () => clock(Date.now() - started);
  const onTerminal = process.stdout.isTTY === true;
  const show = () => process.stdout.write(`\r${title}… ${elapsed()}`);
  if (onTerminal) show();
  else say(`${title}…`);
  const ticking = setInterval(
    () => (onTerminal ? show() : say(`${title}… ${elapsed()}`)),
    onTerminal ? 1_000 : 30_000,
  );
  const finish = (word) =>
    process.stdout.write(`${onTerminal ? "\r" : ""}${title}: ${word}, ${elapsed()}\n`);
  try {
    const result = await work();
    finish("done");
    return result;
  } catch (error) {
    finish("failed");
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/** Runs a program with its output in `log`. Resolves with its exit code; never throws for that. */
export function runInto(log, command, args, options = {}) {
  const { timeoutMs, ...spawnOptions } = options;
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
      ...spawnOptions,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => appendFileSync(log, chunk));
    }
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
}

/** Runs a script with Node, in view. Resolves with its exit code. */
export function runNode(args, variables = {}) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, ...variables },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
}

/** Runs a command of this folder: its failure is told in words, its exit code kept. */
export async function main(command) {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`\n${error instanceof Told ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
