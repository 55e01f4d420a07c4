import type { FieldName } from "./form-values";
import type { CampaignFormState } from "./use-campaign-form";

/**
 * A field's value, and one line below it: what it means, or what is wrong with it. As one takes the
 * other's place, nothing moves from under the pointer when a field is left.
 */
export function fieldProps(form: CampaignFormState, field: FieldName, description: string) {
  return {
    ...form.getInputProps(field),
    description: field in form.errors ? undefined : description,
    inputWrapperOrder: WORDS_BELOW,
  };
}

const WORDS_BELOW: ("label" | "input" | "description" | "error")[] = [
  "label",
  "input",
  "description",
  "error",
];
