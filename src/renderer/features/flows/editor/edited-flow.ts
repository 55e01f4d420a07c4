import {
  flowDraft,
  type Flow,
  type FlowContent,
  type MachineMessage,
  type ScriptStep,
} from "../../../../shared/flow";
import type { RequestInput } from "../../../../shared/ipc/contract";

/** A step as the editor holds it: its key stays with it when it is moved. */
export interface EditedStep {
  readonly key: string;
  readonly step: ScriptStep;
}

/** What stands in the editor; it need not be valid yet. Both kinds are kept, so that a look at the other loses nothing. */
export interface EditedFlow {
  readonly name: string;
  readonly kind: FlowContent["kind"];
  readonly steps: readonly EditedStep[];
  /** With an empty text: none. */
  readonly machineMessage: MachineMessage;
  readonly url: string;
}

export type StepKind = ScriptStep["kind"];

export const STEP_WORDS: Readonly<Record<StepKind, string>> = {
  say: "Say",
  play: "Play",
  pause: "Pause",
  gather: "Gather",
  record: "Record",
  transfer: "Transfer",
  hang_up: "Hang up",
};

const NEW_STEPS: Readonly<{ [K in StepKind]: Extract<ScriptStep, { kind: K }> }> = {
  say: { kind: "say", text: "", language: "en-US" },
  play: { kind: "play", url: "" },
  pause: { kind: "pause", seconds: 1 },
  gather: { kind: "gather", text: "", input: "digits-or-speech", timeoutSeconds: 5 },
  record: { kind: "record", text: "", maxSeconds: 60 },
  transfer: { kind: "transfer", to: "" },
  hang_up: { kind: "hang_up" },
};

export function newStep(kind: StepKind): EditedStep {
  return edited(NEW_STEPS[kind]);
}

function edited(step: ScriptStep): EditedStep {
  return { key: crypto.randomUUID(), step };
}

const NO_MESSAGE: MachineMessage = { text: "", language: "en-US" };

export function emptyFlow(): EditedFlow {
  const steps = [newStep("say"), newStep("hang_up")];
  return { name: "", kind: "script", steps, machineMessage: NO_MESSAGE, url: "" };
}

export function editedFlow({ name, content }: Flow): EditedFlow {
  if (content.kind === "twiml-address") {
    return { name, kind: content.kind, steps: [], machineMessage: NO_MESSAGE, url: content.url };
  }
  const { kind, machineMessage = NO_MESSAGE } = content;
  return { name, kind, steps: content.steps.map(edited), machineMessage, url: "" };
}

export function draftOf(flow: EditedFlow): RequestInput<"flows.create"> {
  const { name, kind, machineMessage } = flow;
  const message = machineMessage.text.trim() === "" ? {} : { machineMessage };
  const content =
    kind === "script"
      ? { kind, steps: flow.steps.map(({ step }) => step), ...message }
      : { kind, url: flow.url.trim() };
  return { name, content };
}

/** Puts a new step at the end; before the Hang up that stands there, behind which nothing is reached. */
export function withStep(steps: readonly EditedStep[], added: EditedStep): readonly EditedStep[] {
  const last = steps.at(-1);
  const before = last?.step.kind === "hang_up" && added.step.kind !== "hang_up";
  return before ? steps.toSpliced(-1, 0, added) : [...steps, added];
}

/** Moves a step by so many places; beyond an end it stays. */
export function moved(
  steps: readonly EditedStep[],
  from: number,
  by: -1 | 1,
): readonly EditedStep[] {
  const to = from + by;
  const step = steps[from];
  if (!step || to < 0 || to >= steps.length) return steps;
  const others = steps.toSpliced(from, 1);
  return others.toSpliced(to, 0, step);
}

/** What has to be mended, by field: "name", "content.url", "content.steps.2.text". */
export type Problems = ReadonlyMap<string, string>;

export function problemsOf(flow: EditedFlow): Problems {
  const checked = flowDraft.safeParse(draftOf(flow));
  if (checked.success) return new Map();
  return new Map(checked.error.issues.map(({ path, message }) => [path.join("."), message]));
}
