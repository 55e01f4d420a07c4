import type { FlowDraft } from "./flow";

/** The script of the first run: it says what the sample audience has, and asks one question. */
export function sampleFlow(): FlowDraft {
  const language = "en-US";
  return {
    name: "Sample renewal call",
    content: {
      kind: "script",
      steps: [
        {
          kind: "say",
          language,
          text: "Hello {{first_name}}. This is a practice call about your {{plan}} plan.",
        },
        {
          kind: "gather",
          text: "Your plan renews on {{renewal_date}}. Press 1, or say yes, to keep it for another year.",
          input: "digits-or-speech",
          timeoutSeconds: 6,
        },
        { kind: "say", language, text: "Thank you, {{first_name}}. Goodbye." },
        { kind: "hang_up" },
      ],
      machineMessage: {
        text: "Hello {{first_name}}. Your {{plan}} plan renews on {{renewal_date}}. Please call us back.",
        language,
      },
    },
  };
}
