import { Button, Group } from "@mantine/core";
import { AppFailure } from "../../../../shared/app-error";
import type { CampaignDraft } from "../../../../shared/campaign";
import { errorOf } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import styles from "./CampaignForm.module.css";
import { DetailFields } from "./DetailFields";
import { DialingFields } from "./DialingFields";
import { EstimateSummary } from "./EstimateSummary";
import { draftOf, fieldOf, type FormValues } from "./form-values";
import { MoreFields } from "./MoreFields";
import { useCampaignForm } from "./use-campaign-form";

interface CampaignFormProps {
  readonly initialValues: FormValues;
  readonly submitLabel: string;
  readonly onSubmit: (draft: CampaignDraft) => Promise<void>;
  readonly onCancel: () => void;
}

/** Left the fields, right what they come to. */
export function CampaignForm({
  initialValues,
  submitLabel,
  onSubmit,
  onCancel,
}: CampaignFormProps) {
  const form = useCampaignForm(initialValues);
  const submit = useAction(async (values: FormValues) => {
    const result = draftOf(values);
    if ("errors" in result) return form.setErrors(result.errors);
    try {
      await onSubmit(result.draft);
    } catch (caught) {
      // What is wrong with a field is said there; all else under the fields.
      const field = caught instanceof AppFailure ? fieldOf(caught.error.field ?? "") : null;
      if (field === null) throw caught;
      form.setFieldError(field, errorOf(caught).message);
      focusFirstError();
    }
  });

  return (
    <form
      noValidate
      aria-label={submitLabel}
      className={styles.form}
      onSubmit={form.onSubmit((values) => void submit.run(values), focusFirstError)}
    >
      <div className={styles.fields}>
        <DetailFields form={form} />
        <DialingFields form={form} />
        <MoreFields form={form} />
        {submit.error && <ErrorNotice error={submit.error} onDismiss={submit.clearError} />}
        <Group gap="xs">
          <Button type="submit" size="sm" loading={submit.running}>
            {submitLabel}
          </Button>
          <Button variant="default" size="sm" onClick={onCancel}>
            Discard
          </Button>
        </Group>
      </div>
      <EstimateSummary values={form.values} />
    </form>
  );
}

/** Takes the supervisor to the first field that has to be mended, once its message is drawn. */
function focusFirstError(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  });
}
