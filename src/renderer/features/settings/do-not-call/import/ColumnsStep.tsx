import { Button, Group, NativeSelect, Select } from "@mantine/core";
import type { SubmitEvent } from "react";
import type { AppError } from "../../../../../shared/app-error";
import { useTimeZone } from "../../../../api/app-info";
import { COUNTRIES } from "../../../../ui/countries";
import { ErrorNotice } from "../../../../ui/ErrorNotice";
import { listingOf } from "../chosen-listing";
import styles from "../DoNotCallPage.module.css";
import { ListingFields } from "../ListingFields";
import { mappingOf, type NumberPlan, type ReadyImport } from "./number-plan";
import { NumberPreview } from "./NumberPreview";

interface ColumnsStepProps {
  readonly plan: NumberPlan;
  readonly onPlan: (plan: NumberPlan) => void;
  /** Why the import that was tried did not happen. */
  readonly failure: AppError | null;
  readonly onBack: () => void;
  readonly onImport: (ready: ReadyImport) => void;
}

/** Which column holds the numbers, and how long they are not called. */
export function ColumnsStep({ plan, onPlan, failure, onBack, onImport }: ColumnsStepProps) {
  const zone = useTimeZone();
  const { path, format, columns } = plan.preview;
  const mapping = mappingOf(plan);
  const listing = listingOf(plan.listing, zone);
  const ready = mapping && listing ? { path, format, mapping, ...listing } : null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (ready) onImport(ready);
  };
  const choices = columns.map((label, at) => ({ value: String(at), label }));

  return (
    <form className={styles.dialog} onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="Numbers"
          description="Their column"
          w={200}
          data={[{ value: "", label: "Choose a column" }, ...choices]}
          value={plan.numbers ?? ""}
          onChange={(event) => onPlan({ ...plan, numbers: columnOf(event.currentTarget.value) })}
        />
        <NativeSelect
          label="Area codes"
          description="Where they have their own"
          w={200}
          data={[{ value: "", label: "In the numbers" }, ...choices]}
          value={plan.areaCode ?? ""}
          onChange={(event) => onPlan({ ...plan, areaCode: columnOf(event.currentTarget.value) })}
        />
        <Select
          label="Default country"
          description="Of numbers without a country code"
          w={240}
          searchable
          allowDeselect={false}
          data={COUNTRIES}
          value={plan.defaultCountry}
          onChange={(chosen) => {
            if (chosen) onPlan({ ...plan, defaultCountry: chosen });
          }}
        />
      </Group>
      <ListingFields
        value={plan.listing}
        onChange={(changed) => onPlan({ ...plan, listing: changed })}
      />
      {failure && <ErrorNotice error={failure} />}
      <NumberPreview plan={plan} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onBack}>
          Another file
        </Button>
        <Button type="submit" autoFocus disabled={!ready}>
          Import
        </Button>
      </Group>
    </form>
  );
}

function columnOf(value: string): number | null {
  return value === "" ? null : Number(value);
}
