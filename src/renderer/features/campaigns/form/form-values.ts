import {
  campaignDraft,
  DEFAULT_DIALING,
  type Campaign,
  type CampaignDraft,
  type DialingSettings,
  type MachineDetection,
  type MachineReaction,
} from "../../../../shared/campaign";
import type { RetriedOutcome } from "../../../../shared/retry-rules";
import {
  retryRulesOf,
  ruleFieldOf,
  ruleFieldsOf,
  type RuleField,
  type RuleFieldName,
} from "./retry-rule-values";

/** What stands in the form's fields: an empty field is "" or null. */
export interface FormValues {
  name: string;
  flowId: string | null;
  audienceId: string | null;
  startLocal: string;
  timeZone: string | null;
  callsPerMinute: number | string;
  maxConcurrentCalls: number | string;
  weight: number | string;
  maxRetries: number | string;
  retryDelayMinutes: number | string;
  retryRules: Record<RetriedOutcome, RuleField>;
  retryAtOtherTimesOfDay: boolean;
  callTimeoutMinutes: number | string;
  ringTimeoutSeconds: number | string;
  hungUpWithinSeconds: number | string;
  callingHours: DialingSettings["callingHours"];
  machineDetection: MachineDetection;
  machineReaction: MachineReaction;
  appendedContactsJoin: boolean;
  callerId: string | null;
}

export type FieldName = keyof FormValues | RuleFieldName;

export const EMPTY_FORM: FormValues = {
  name: "",
  flowId: null,
  audienceId: null,
  startLocal: "",
  timeZone: null,
  callerId: null,
  ...DEFAULT_DIALING,
  retryRules: ruleFieldsOf(DEFAULT_DIALING.retryRules),
};

export function valuesOf(campaign: Campaign): FormValues {
  return {
    name: campaign.name,
    flowId: campaign.flowId === null ? null : String(campaign.flowId),
    audienceId: campaign.audienceId === null ? null : String(campaign.audienceId),
    startLocal: campaign.scheduledStart?.local ?? "",
    timeZone: campaign.scheduledStart?.timeZone ?? null,
    callerId: campaign.callerId,
    ...campaign.dialing,
    retryRules: ruleFieldsOf(campaign.dialing.retryRules),
  };
}

export type FormErrors = Partial<Record<FieldName, string>>;

/** The draft that the fields come to, or what is wrong with which of them. */
export function draftOf(
  values: FormValues,
): { readonly draft: CampaignDraft } | { readonly errors: FormErrors } {
  const parsed = campaignDraft.safeParse(candidateOf(values));
  if (parsed.success) return { draft: parsed.data };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) {
    const field = fieldOf(issue.path.join("."));
    if (field) errors[field] ??= MISSING[field] ?? issue.message;
  }
  return { errors };
}

/** What `campaigns.estimate` asks for, as soon as the fields that it needs can be used. */
export function estimateInputOf(values: FormValues) {
  const parsed = campaignDraft
    .pick({ audienceId: true, flowId: true, dialing: true, scheduledStart: true })
    .safeParse(candidateOf(values));
  return parsed.success ? parsed.data : null;
}

/** The form's field for a field of the draft, such as "dialing.maxRetries"; null if there is none. */
export function fieldOf(draftField: string): FieldName | null {
  if (draftField === "scheduledStart.timeZone") return "timeZone";
  if (draftField.startsWith("scheduledStart")) return "startLocal";
  if (draftField.startsWith("dialing.callingHours")) return "callingHours";
  const ruleField = ruleFieldOf(draftField);
  if (ruleField) return ruleField;
  const last = draftField.split(".").at(-1) ?? "";
  return Object.hasOwn(EMPTY_FORM, last) ? (last as FieldName) : null;
}

/** A choice that was not made has no words of its own in the schema. */
const MISSING: FormErrors = {
  flowId: "Flow is required: it says what happens on a call.",
  audienceId: "Audience is required: it is who is called.",
};

/** The dialing settings among the fields, not checked yet. */
export function dialingOf(values: FormValues) {
  return { ...values, retryRules: retryRulesOf(values.retryRules) };
}

function candidateOf(values: FormValues): unknown {
  const { name, flowId, audienceId, startLocal, timeZone, callerId } = values;
  return {
    name,
    flowId: flowId === null ? null : Number(flowId),
    audienceId: audienceId === null ? null : Number(audienceId),
    scheduledStart: startLocal === "" ? null : { local: startLocal, timeZone: timeZone ?? "" },
    dialing: dialingOf(values),
    callerId,
  };
}
