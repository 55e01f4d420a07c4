import { Select } from "@mantine/core";
import type { MachineDetection, MachineReaction } from "../../../../shared/campaign";
import styles from "./CampaignForm.module.css";
import { fieldProps } from "./field-props";
import { FieldSection } from "./FieldSection";
import type { CampaignFormState } from "./use-campaign-form";

const DETECTION: Readonly<Record<MachineDetection, { label: string; description: string }>> = {
  off: { label: "Off", description: "A voicemail counts as Talked." },
  wait: {
    label: "On: the flow waits for the result",
    description: "People hear some seconds of silence first. Twilio bills it for each call.",
  },
  meanwhile: {
    label: "On: the flow begins at once",
    description:
      "Nobody waits; machines hear the flow's first seconds. Twilio bills it for each call.",
  },
};

const REACTION: Readonly<Record<MachineReaction, { label: string; description: string }>> = {
  talk: { label: "Go on with the flow", description: "The machine records what it hears of it." },
  leave_message: {
    label: "Leave the flow's message for machines",
    description: "After the beep. Without such a message the flow goes on.",
  },
  hang_up: {
    label: "Hang up",
    description: "To call again, give Answering machine some retries below.",
  },
};

/** How machines are told from people, and what a call does then. */
export function MachineFields({ form }: { readonly form: CampaignFormState }) {
  const { machineDetection, machineReaction } = form.values;
  const off = machineDetection === "off";
  return (
    <FieldSection title="Answering machines">
      <div className={styles.pair}>
        <Select
          label="Answering machine detection"
          allowDeselect={false}
          data={optionsOf(DETECTION)}
          {...fieldProps(form, "machineDetection", DETECTION[machineDetection].description)}
        />
        <Select
          label="When a machine answers"
          allowDeselect={false}
          disabled={off}
          data={optionsOf(REACTION)}
          {...fieldProps(
            form,
            "machineReaction",
            off ? "Only with detection." : REACTION[machineReaction].description,
          )}
        />
      </div>
    </FieldSection>
  );
}

function optionsOf(choices: Readonly<Record<string, { readonly label: string }>>) {
  return Object.entries(choices).map(([value, { label }]) => ({ value, label }));
}
