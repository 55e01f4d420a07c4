import { Button, Checkbox, Collapse, Select } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useRequest } from "../../../api/use-request";
import { formatPhone } from "../../../ui/phone-number";
import styles from "./CampaignForm.module.css";
import { CallingHoursFields } from "./CallingHoursFields";
import { fieldProps } from "./field-props";
import type { FieldName } from "./form-values";
import { MachineFields } from "./MachineFields";
import { RetryRuleFields } from "./RetryRuleFields";
import type { CampaignFormState } from "./use-campaign-form";
import { WholeNumberInput } from "./WholeNumberInput";

const FIELDS: readonly FieldName[] = [
  "ringTimeoutSeconds",
  "callerId",
  "hungUpWithinSeconds",
  "weight",
  "callingHours",
];

const isAmongThem = (field: string) =>
  field.startsWith("retryRules.") || FIELDS.some((own) => own === field);

/** Settings that few campaigns change. They open by themselves when one of them has to be mended. */
export function MoreFields({ form }: { readonly form: CampaignFormState }) {
  const [chosen, setChosen] = useState(false);
  const id = useId();
  const open = chosen || Object.keys(form.errors).some(isAmongThem);
  const Chevron = open ? IconChevronDown : IconChevronRight;

  return (
    <div>
      <Button
        variant="subtle"
        aria-expanded={open}
        aria-controls={id}
        leftSection={<Chevron size={14} aria-hidden />}
        onClick={() => setChosen(!open)}
      >
        More
      </Button>
      <Collapse expanded={open} id={id} transitionDuration={100}>
        <div className={styles.fields} style={{ paddingTop: 8 }}>
          <div className={styles.pair}>
            <WholeNumberInput
              label="Ring timeout (seconds)"
              {...fieldProps(form, "ringTimeoutSeconds", "How long a phone rings for no answer.")}
            />
            <CallerIdSelect form={form} />
            <WholeNumberInput
              label="Hung up immediately within (seconds)"
              {...fieldProps(form, "hungUpWithinSeconds", "Over so soon: not retried.")}
            />
            <WholeNumberInput
              label="Share of the account (1–10)"
              {...fieldProps(
                form,
                "weight",
                "When campaigns run into the account's limits, one with 2 starts twice the calls of one with 1.",
              )}
            />
          </div>
          <CallingHoursFields form={form} />
          <MachineFields form={form} />
          <RetryRuleFields form={form} />
          <Checkbox
            size="xs"
            label="Contacts appended to the audience join this campaign"
            description="While it runs or is paused. A campaign that has completed does not come back."
            {...form.getInputProps("appendedContactsJoin", { type: "checkbox" })}
          />
        </div>
      </Collapse>
    </div>
  );
}

function CallerIdSelect({ form }: { readonly form: CampaignFormState }) {
  const numbers = useRequest("account.callerIds", null);
  // A number that a draft names stays choosable although the account has it no more.
  const known = new Set<string>(numbers.value ?? []);
  if (form.values.callerId) known.add(form.values.callerId);
  return (
    <Select
      label="Caller ID"
      placeholder="The account's first number"
      clearable
      clearButtonProps={{ "aria-label": "Use the account's first number" }}
      data={[...known].map((number) => ({ value: number, label: formatPhone(number) }))}
      {...fieldProps(
        form,
        "callerId",
        numbers.error?.message ?? "What contacts see on their phone.",
      )}
    />
  );
}
