import { Text } from "@mantine/core";
import styles from "./CampaignForm.module.css";
import { fieldProps } from "./field-props";
import { FieldSection } from "./FieldSection";
import type { CampaignFormState } from "./use-campaign-form";
import { WholeNumberInput } from "./WholeNumberInput";

export function DialingFields({ form }: { readonly form: CampaignFormState }) {
  return (
    <FieldSection title="Dialing settings">
      <Text size="sm" c="dimmed">
        Start with 3–5 concurrent calls in your first campaigns, and raise it once the calls go
        well.
      </Text>
      <div className={styles.pair}>
        <WholeNumberInput
          label="Calls Per Minute"
          {...fieldProps(form, "callsPerMinute", "Calls started per minute, spread evenly.")}
        />
        <WholeNumberInput
          label="Max Concurrent Calls"
          {...fieldProps(form, "maxConcurrentCalls", "Calls active at once.")}
        />
        <WholeNumberInput
          label="Max Retries"
          {...fieldProps(form, "maxRetries", "Further attempts after the first.")}
        />
        <WholeNumberInput
          label="Retry Delay (minutes)"
          {...fieldProps(form, "retryDelayMinutes", "Wait between attempts.")}
        />
        <WholeNumberInput
          label="Call Timeout (minutes)"
          {...fieldProps(form, "callTimeoutMinutes", "Longest a call may last.")}
        />
      </div>
    </FieldSection>
  );
}
