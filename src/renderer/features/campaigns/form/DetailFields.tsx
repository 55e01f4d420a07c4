import { Anchor, Select, Text, TextInput } from "@mantine/core";
import { Link } from "wouter";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { formatNumberOf } from "../../../ui/format";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { TimeZoneSelect } from "../../../ui/TimeZoneSelect";
import { paths } from "../paths";
import styles from "./CampaignForm.module.css";
import { fieldProps } from "./field-props";
import { FieldSection } from "./FieldSection";
import type { CampaignFormState } from "./use-campaign-form";

/** What is called, whom it calls, and when. */
export function DetailFields({ form }: { readonly form: CampaignFormState }) {
  return (
    <FieldSection title="Campaign details">
      <TextInput
        label="Name"
        withAsterisk
        autoFocus
        maxLength={200}
        {...fieldProps(form, "name", "For you only: contacts never see it.")}
      />
      <FlowSelect form={form} />
      <AudienceSelect form={form} />
      <div className={styles.pair}>
        <TextInput
          type="datetime-local"
          label="Scheduled Start"
          max="9999-12-31T23:59"
          {...fieldProps(form, "startLocal", "Blank: you start it by hand.")}
        />
        <TimeZoneSelect
          label="Timezone"
          withAsterisk={form.values.startLocal !== ""}
          clearable={form.values.startLocal === ""}
          day={form.values.startLocal ? new Date(form.values.startLocal) : undefined}
          {...fieldProps(form, "timeZone", "Of the Scheduled Start.")}
        />
      </div>
    </FieldSection>
  );
}

function FlowSelect({ form }: { readonly form: CampaignFormState }) {
  const flows = useRequest("flows.list", null);
  useEvent("flows.changed", flows.refresh);
  const options = flows.value?.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <>
      <Select
        label="Flow"
        withAsterisk
        searchable
        placeholder="Choose a flow"
        nothingFoundMessage="No flow has this name."
        data={options ?? []}
        {...fieldProps(form, "flowId", "What happens on a call.")}
      />
      {options?.length === 0 && <NothingToChoose what="flow" href={paths.flows} />}
      {flows.error && <ErrorNotice error={flows.error} />}
    </>
  );
}

function AudienceSelect({ form }: { readonly form: CampaignFormState }) {
  const audiences = useRequest("audiences.list", null);
  useEvent("audiences.changed", audiences.refresh);
  const options = audiences.value?.map(({ id, name, contacts }) => ({
    value: String(id),
    label: `${name} (${formatNumberOf(contacts, "contact")})`,
  }));
  return (
    <>
      <Select
        label="Audience"
        withAsterisk
        searchable
        placeholder="Choose an audience"
        nothingFoundMessage="No audience has this name."
        data={options ?? []}
        {...fieldProps(form, "audienceId", "Who is called.")}
      />
      {options?.length === 0 && <NothingToChoose what="audience" href={paths.audiences} />}
      {audiences.error && <ErrorNotice error={audiences.error} />}
    </>
  );
}

function NothingToChoose({ what, href }: { readonly what: string; readonly href: string }) {
  return (
    <Text size="sm">
      There is no {what} yet.{" "}
      <Anchor component={Link} href={href} inherit underline="always">
        Make one first
      </Anchor>
    </Text>
  );
}
