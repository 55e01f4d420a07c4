import { describe, expect, it } from "vitest";
import {
  draftOf,
  editedFlow,
  emptyFlow,
  moved,
  newStep,
  problemsOf,
  withStep,
} from "../../../src/renderer/features/flows/editor/edited-flow";
import { flowContent } from "../../../src/shared/flow";
import type { FlowId } from "../../../src/shared/ids";

const aFlow = { id: 1 as FlowId, name: "Renewal", updatedAt: 0, neededBy: [] };

const kindsOf = (steps: readonly { step: { kind: string } }[]) =>
  steps.map(({ step }) => step.kind);

describe("a script in the editor", () => {
  it("takes a new step in before the final hang-up", () => {
    const { steps } = emptyFlow();
    expect(kindsOf(withStep(steps, newStep("gather")))).toEqual(["say", "gather", "hang_up"]);
  });

  it("takes a new step in at the end when nothing hangs up there", () => {
    expect(kindsOf(withStep([newStep("say")], newStep("pause")))).toEqual(["say", "pause"]);
  });

  it("moves a step by one place, and none beyond an end", () => {
    const { steps } = emptyFlow();
    expect(kindsOf(moved(steps, 1, -1))).toEqual(["hang_up", "say"]);
    expect(moved(steps, 0, -1)).toBe(steps);
    expect(moved(steps, 1, 1)).toBe(steps);
  });

  it("says at each field what has to be mended", () => {
    const problems = problemsOf({ ...emptyFlow(), name: " " });
    expect(Object.fromEntries(problems)).toEqual({
      name: "Name is required.",
      "content.steps.0.text": "Write what is to be said.",
    });
  });

  it("has a message for machines only where something is written", () => {
    const { content: without } = draftOf(emptyFlow());
    expect(without).not.toHaveProperty("machineMessage");
    const machineMessage = { text: "Please call back.", language: "en-GB" };
    const { content } = draftOf({ ...emptyFlow(), machineMessage });
    expect(content).toMatchObject({ machineMessage });
    const saved = flowContent.parse({
      ...content,
      steps: [{ kind: "hang_up" }],
    });
    const reopened = editedFlow({ ...aFlow, content: saved });
    expect(reopened.machineMessage).toEqual(machineMessage);
  });

  it("keeps the steps while the address is looked at, and saves only the address", () => {
    const flow = { ...emptyFlow(), kind: "twiml-address" as const, url: " https://example.com/t " };
    expect(flow.steps).toHaveLength(2);
    expect(draftOf(flow).content).toEqual({
      kind: "twiml-address",
      url: "https://example.com/t",
    });
  });
});
