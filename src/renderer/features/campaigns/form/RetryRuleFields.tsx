import { Switch, Text, TextInput } from "@mantine/core";
import { OUTCOME_WORDS } from "../../../../shared/outcome";
import { retriedOutcome, type RetriedOutcome } from "../../../../shared/retry-rules";
import { timesOfDayWords } from "../retry-sentences";
import { fieldProps } from "./field-props";
import { FieldSection } from "./FieldSection";
import styles from "./RetryRuleFields.module.css";
import type { CampaignFormState } from "./use-campaign-form";
import { WholeNumberInput } from "./WholeNumberInput";

/** What differs from Max Retries and Retry Delay after one outcome. */
export function RetryRuleFields({ form }: { readonly form: CampaignFormState }) {
  return (
    <FieldSection title="Retries after each outcome">
      <Text size="sm" c="dimmed">
        Empty: as Max Retries and Retry Delay say. Delays “2, 4, 8” wait 2 minutes before the first
        retry, 4 before the second, and 8 before each further one. Nobody is dialed more often than
        Max Retries allows.
      </Text>
      <div className={styles.rules}>
        <span aria-hidden />
        <span aria-hidden>Retries</span>
        <span aria-hidden>Delays (minutes)</span>
        {retriedOutcome.options.map((outcome) => (
          <RuleFields key={outcome} form={form} outcome={outcome} />
        ))}
      </div>
      <Switch
        label="Retry at another time of day"
        description={`${timesOfDayWords()}: each is tried once before any is tried again. By the contact's clock where it is known, else by this computer's.`}
        {...form.getInputProps("retryAtOtherTimesOfDay", { type: "checkbox" })}
      />
    </FieldSection>
  );
}

interface RuleFieldsProps {
  readonly form: CampaignFormState;
  readonly outcome: RetriedOutcome;
}

function RuleFields({ form, outcome }: RuleFieldsProps) {
  const words = OUTCOME_WORDS[outcome];
  const { maxRetries, retryDelayMinutes, machineDetection } = form.values;
  const needsDetection = outcome === "machine" && machineDetection === "off";
  return (
    <>
      <span className={styles.outcome}>{words}</span>
      <WholeNumberInput
        withAsterisk={false}
        aria-label={`${words}: retries`}
        placeholder={String(maxRetries)}
        {...fieldProps(form, `retryRules.${outcome}.retries`, "")}
      />
      <TextInput
        aria-label={`${words}: delays in minutes`}
        placeholder={String(retryDelayMinutes)}
        {...fieldProps(
          form,
          `retryRules.${outcome}.delays`,
          needsDetection ? "Only with answering machine detection." : "",
        )}
      />
    </>
  );
}
