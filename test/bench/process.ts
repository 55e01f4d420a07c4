import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";

/** Runs a TypeScript file below test/bench in a process of its own, which gets `setting`. */
export function runFile(name: string, setting: object): ChildProcess {
  const file = path.resolve("test/bench", name);
  return fork(path.resolve("scripts/toolchain/run-typescript.mjs"), [
    file,
    JSON.stringify(setting),
  ]);
}

/** The next message of a process; fails when it ends before. */
export function nextMessage<M>(child: ChildProcess): Promise<M> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("A process of the bench ended too early."));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as M);
    });
  });
}
