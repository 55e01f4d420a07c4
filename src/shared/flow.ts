import { z } from "zod";
import { flowId } from "./ids";
import { instant } from "./instant";

const text = z
  .string()
  .trim()
  .min(1, "Write what is to be said.")
  .max(3_000, "A text may have at most 3,000 characters.");

/** Step of a Script. Texts may hold variables: {{name}}, {{first_name}}, {{any_column}}. */
export const scriptStep = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("say"), text, language: z.string().default("en-US") }),
  z.object({
    kind: z.literal("play"),
    url: z.url({ protocol: /^https?$/, error: "Give the address of a sound file, https://…" }),
  }),
  z.object({ kind: z.literal("pause"), seconds: z.number().int().min(1).max(60) }),
  z.object({
    kind: z.literal("gather"),
    text,
    /** What the contact may give as an answer. */
    input: z.enum(["digits", "speech", "digits-or-speech"]),
    /** Seconds without input after which the call goes on with the next step. */
    timeoutSeconds: z.number().int().min(1).max(60),
  }),
  z.object({ kind: z.literal("record"), text, maxSeconds: z.number().int().min(1).max(3_600) }),
  z.object({
    kind: z.literal("transfer"),
    to: z.string().regex(/^\+[1-9]\d{6,14}$/, "Give the number as +14155550123."),
  }),
  z.object({ kind: z.literal("hang_up") }),
]);
export type ScriptStep = z.infer<typeof scriptStep>;

/** What an answering machine gets to hear instead of the flow. */
const machineMessage = z.object({ text, language: z.string().default("en-US") });
export type MachineMessage = z.infer<typeof machineMessage>;

export const flowContent = z.discriminatedUnion("kind", [
  /** Built in the app; becomes TwiML. */
  z.object({
    kind: z.literal("script"),
    steps: z.array(scriptStep).min(1, "A script needs at least one step.").max(100),
    machineMessage: machineMessage.optional(),
  }),
  /** TwiML at an address that the carrier fetches. */
  z.object({
    kind: z.literal("twiml-address"),
    url: z.url({ protocol: /^https?$/, error: "Give a full address, https://…" }),
  }),
]);
export type FlowContent = z.infer<typeof flowContent>;

export const flowDraft = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Name is required.")
    .max(120, "Name may have at most 120 characters."),
  content: flowContent,
});
export type FlowDraft = z.infer<typeof flowDraft>;

export const flow = z.object({
  id: flowId,
  name: z.string(),
  content: flowContent,
  updatedAt: instant,
  /** Names of campaigns that need it: drafts, running and paused ones. */
  neededBy: z.array(z.string()),
});
export type Flow = z.infer<typeof flow>;

/** A script as a contact would hear it. */
export const flowPreview = z.object({
  /** What happens, a line for each step, variables filled in. */
  lines: z.array(z.string()),
  /** Null for a flow that lives elsewhere. */
  twiml: z.string().nullable(),
  /** What a machine hears, or null. */
  machineLine: z.string().nullable(),
  /** Variables that the contact does not have; they are left out of what is said. */
  missingVariables: z.array(z.string()),
  /** Why the flow cannot be used as it is, or null. */
  problem: z.string().nullable(),
});
export type FlowPreview = z.infer<typeof flowPreview>;
