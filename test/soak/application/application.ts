import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { Result } from "../../../src/shared/app-error";
import type { RequestInput, RequestName, RequestOutput } from "../../../src/shared/ipc/contract";
import type { ApplicationSetting, FromApplication, ToApplication } from "./messages";

/** The process ended before it answered. */
export class Ended extends Error {}

/** The application in a process of its own. */
export class Application {
  /** Resolves with the process's end, however it comes. */
  readonly ended: Promise<void>;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (result: Result<unknown>) => void>();
  private lastId = 0;
  private dead = false;

  /** Loads the code; nothing is opened yet, so that the next one can wait while one still runs. */
  constructor(
    private readonly setting: ApplicationSetting,
    onProblem: (message: string) => void,
  ) {
    this.child = fork(path.join(setting.workers, "application.cjs"), [], {
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.child.stderr?.on("data", (text: Buffer) => onProblem(text.toString()));
    this.child.on("message", (message: FromApplication) => {
      if (message.kind === "problem") onProblem(message.message);
      if (message.kind === "answer") this.waiting.get(message.id)?.(message.result);
    });
    this.ended = new Promise((resolve) => {
      this.child.once("exit", () => {
        this.dead = true;
        resolve();
      });
    });
  }

  /** @throws Ended when it was killed meanwhile */
  async open(): Promise<void> {
    const opened = new Promise<void>((resolve) => {
      this.child.on("message", ({ kind }: FromApplication) => kind === "opened" && resolve());
    });
    this.send({ kind: "open", setting: this.setting });
    await this.orEnded(opened);
  }

  /** Asks as a page asks. @throws Ended when it was killed meanwhile */
  async ask<N extends RequestName>(
    name: N,
    input: RequestInput<N>,
  ): Promise<Result<RequestOutput<N>>> {
    const id = (this.lastId += 1);
    const answered = new Promise<Result<unknown>>((resolve) => this.waiting.set(id, resolve));
    this.send({ kind: "ask", id, name, input });
    const result = await this.orEnded(answered);
    this.waiting.delete(id);
    return result as Result<RequestOutput<N>>;
  }

  /** No warning, no last word: SIGKILL. */
  kill(): void {
    this.child.kill("SIGKILL");
  }

  /** Ends as when the supervisor quits. */
  async close(): Promise<void> {
    this.send({ kind: "close" });
    await this.ended;
  }

  private send(message: ToApplication): void {
    if (this.dead) throw new Ended();
    this.child.send(message, () => undefined);
  }

  private async orEnded<T>(awaited: Promise<T>): Promise<T> {
    const end = this.ended.then(() => {
      throw new Ended();
    });
    return Promise.race([awaited, end]);
  }
}
