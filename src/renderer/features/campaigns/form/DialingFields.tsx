import { Text } from "@mantine/core";
import styles from "./CampaignForm.module.css";
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
          description="Calls started per minute, spread evenly."
          {...form.getInputProps("callsPerMinute")}
        />
        <WholeNumberInput
          label="Max Concurrent Calls"
          description="Calls active at once."
          {...form.getInputProps("maxConcurrentCalls")}
        />
        <WholeNumberInput
          label="Max Retries"
          description="Further attempts after the first."
          {...form.getInputProps("maxRetries")}
        />
        <WholeNumberInput
          label="Retry Delay (minutes)"
          description="Wait between attempts."
          {...form.getInputProps("retryDelayMinutes")}
        />
        <WholeNumberInput
          label="Call Timeout (minutes)"
          description="Longest a call may last."
          {...form.getInputProps("callTimeoutMinutes")}
        />
      </div>
    </FieldSection>
  );
}
