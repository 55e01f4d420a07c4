import { useForm, type UseFormReturnType } from "@mantine/form";
import { useTimeZone } from "../../../api/app-info";
import { draftOf, type FormValues } from "./form-values";

export type CampaignFormState = UseFormReturnType<FormValues>;

export function useCampaignForm(initialValues: FormValues): CampaignFormState {
  const supervisorZone = useTimeZone();
  const form: CampaignFormState = useForm<FormValues>({
    initialValues,
    validateInputOnBlur: true,
    validate: (values) => {
      const result = draftOf(values);
      return "errors" in result ? result.errors : {};
    },
    // A start needs a zone: most often it is the supervisor's own.
    onValuesChange: (values, before) => {
      if (values.startLocal && !before.startLocal && !values.timeZone) {
        form.setFieldValue("timeZone", supervisorZone);
      }
    },
  });
  return form;
}
