import {
  retriedOutcome,
  type RetriedOutcome,
  type RetryRule,
  type RetryRules,
} from "../../../../shared/retry-rules";

/** What stands in the two fields of a rule: empty is as the campaign says. */
export interface RuleField {
  retries: number | string;
  /** "2, 4, 8". */
  delays: string;
}

export type RuleFieldName = `retryRules.${RetriedOutcome}.${keyof RuleField}`;

export function ruleFieldsOf(rules: RetryRules): Record<RetriedOutcome, RuleField> {
  const { no_answer, busy, network_error, machine } = rules;
  return {
    no_answer: fieldOf(no_answer),
    busy: fieldOf(busy),
    network_error: fieldOf(network_error),
    machine: fieldOf(machine),
  };
}

const fieldOf = ({ retries, delaysMinutes }: RetryRule): RuleField => ({
  retries: retries ?? "",
  delays: delaysMinutes.join(", "),
});

/** The rules that the fields come to, checked or not. */
export function retryRulesOf(fields: Readonly<Record<RetriedOutcome, RuleField>>): unknown {
  return Object.fromEntries(
    retriedOutcome.options.map((outcome) => {
      const { retries, delays } = fields[outcome];
      const delaysMinutes = delays
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(Number);
      return [outcome, { retries: retries === "" ? null : retries, delaysMinutes }];
    }),
  );
}

/** The field for a part of the draft such as "dialing.retryRules.busy.delaysMinutes.1". */
export function ruleFieldOf(draftField: string): RuleFieldName | null {
  const [, , outcome, part] = draftField.split(".");
  const retried = retriedOutcome.safeParse(outcome);
  if (!draftField.startsWith("dialing.retryRules.") || !retried.success) return null;
  return `retryRules.${retried.data}.${part === "retries" ? "retries" : "delays"}`;
}
