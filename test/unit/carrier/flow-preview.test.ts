import { describe, expect, test } from "vitest";
import { previewFlow } from "../../../src/main/carrier";
import { contact } from "../../../src/shared/contact";
import type { FlowContent, ScriptStep } from "../../../src/shared/flow";

const bo = contact.parse({ id: 1, name: "Bo Ek", phone: "+14155550123", variables: {} });
const script = (...steps: ScriptStep[]): FlowContent => ({ kind: "script", steps });
const say = (text: string): ScriptStep => ({ kind: "say", text, language: "en-US" });

describe("previewing a flow", () => {
  test("gives a line for each step, as the contact would hear it", () => {
    const preview = previewFlow(
      script(
        say("Hello {{first_name}} from {{city}}"),
        { kind: "play", url: "https://example.com/a.mp3" },
        { kind: "pause", seconds: 1 },
        { kind: "gather", text: "All well?", input: "speech", timeoutSeconds: 5 },
        { kind: "record", text: "Go on.", maxSeconds: 30 },
        { kind: "transfer", to: "+14155550199" },
        { kind: "hang_up" },
      ),
      bo,
    );
    expect(preview.lines).toEqual([
      "Says “Hello Bo from”",
      "Plays https://example.com/a.mp3",
      "Waits 1 second",
      "Asks “All well?” and waits 5 seconds for a spoken answer",
      "Says “Go on.” and records up to 30 seconds",
      "Transfers the call to +14155550199",
      "Hangs up",
    ]);
    expect(preview.missingVariables).toEqual(["city"]);
    expect(preview.problem).toBeNull();
    expect(preview.twiml).toContain("Hello Bo from");
    expect(preview.twiml).not.toContain("attempt");
  });

  test("without a contact invents one who lacks nothing, and whose values are seen to be places", () => {
    const text = "{{first_name}}: about your {{plan}} plan, {{Policy_Number}}";
    const preview = previewFlow(script(say(text)), null);
    expect(preview).toMatchObject({
      lines: ["Says “Ana: about your [plan] plan, [policy number]”"],
      missingVariables: [],
    });
  });

  test("says by how much a script is too long", () => {
    const preview = previewFlow(script(say("a ".repeat(1_400)), say("a ".repeat(1_400))), bo);
    expect(preview.problem).toMatch(/becomes 5,\d{3} characters, and Twilio takes at most 4,000/);
  });

  test("what is found short enough still is with the longest marker", () => {
    const length = (count: number) => {
      const preview = previewFlow(script(say("a".repeat(2_000)), say("a".repeat(count))), bo);
      return preview.problem === null ? (preview.twiml?.length ?? 0) : null;
    };
    const lengths = Array.from({ length: 100 }, (_, at) => length(1_760 + at));
    const longest = Math.max(...lengths.map((it) => it ?? 0));
    expect(lengths).toContain(null);
    expect(longest + `<!-- attempt ${Number.MAX_SAFE_INTEGER} -->`.length).toBe(4_000);
  });

  test("tells what a machine hears, and what the contact lacks for it", () => {
    const content: FlowContent = {
      kind: "script",
      steps: [say("Hello")],
      machineMessage: { text: "{{first_name}}, about your {{plan}}: call us.", language: "en-US" },
    };
    expect(previewFlow(content, bo)).toMatchObject({
      lines: ["Says “Hello”"],
      machineLine: "Says “Bo, about your: call us.”",
      missingVariables: ["plan"],
      problem: null,
    });
    expect(previewFlow(content, null).machineLine).toBe("Says “Ana, about your [plan]: call us.”");
  });

  test("warns of a message for machines that Twilio does not take", () => {
    const machineMessage = { text: "&".repeat(1_000), language: "en-US" };
    const content: FlowContent = { kind: "script", steps: [say("Hello")], machineMessage };
    expect(previewFlow(content, bo).problem).toMatch(/^The message for machines is too long/);
  });

  test("a flow that lives elsewhere has no TwiML to show", () => {
    const content: FlowContent = { kind: "twiml-address", url: "https://example.com/flow" };
    expect(previewFlow(content, bo)).toEqual({
      lines: ["Twilio asks https://example.com/flow what to do."],
      machineLine: null,
      twiml: null,
      missingVariables: [],
      problem: null,
    });
  });
});
