import { Checkbox, Group, Select } from "@mantine/core";
import type { ChosenFormat } from "../../../../shared/audience";
import { COUNTRIES } from "../../../ui/countries";
import type { ImportPlan } from "./import-plan";
import { SheetField } from "./SheetField";
import { TextFormatFields } from "./TextFormatFields";

interface FormatFieldsProps {
  readonly plan: ImportPlan;
  readonly disabled: boolean;
  readonly onFormat: (change: ChosenFormat) => void;
  readonly onCountry: (country: string) => void;
}

/** How the file is read: found out already, to be changed where that went wrong. */
export function FormatFields({ plan, disabled, onFormat, onCountry }: FormatFieldsProps) {
  const { format, sheets } = plan.preview;
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label="Default country"
        description="Of numbers without a country code"
        w={240}
        searchable
        allowDeselect={false}
        data={COUNTRIES}
        value={plan.defaultCountry}
        onChange={(country) => {
          if (country) onCountry(country);
        }}
      />
      {format.kind === "text" ? (
        <TextFormatFields format={format} disabled={disabled} onFormat={onFormat} />
      ) : (
        <SheetField sheets={sheets} sheet={format.sheet} disabled={disabled} onFormat={onFormat} />
      )}
      <Checkbox
        mb={6}
        label="The first row is a header"
        disabled={disabled}
        checked={format.hasHeader}
        onChange={(event) => onFormat({ hasHeader: event.currentTarget.checked })}
      />
    </Group>
  );
}
