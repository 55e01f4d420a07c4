import { Checkbox, Group, NativeSelect, Select } from "@mantine/core";
import type { CsvFormat } from "../../../../shared/audience";
import { COUNTRIES } from "../../../ui/countries";
import type { ImportPlan } from "./import-plan";

interface FormatFieldsProps {
  readonly plan: ImportPlan;
  readonly disabled: boolean;
  readonly onFormat: (change: Partial<CsvFormat>) => void;
  readonly onCountry: (country: string) => void;
}

/** How the file is read: found out already, to be changed where that went wrong. */
export function FormatFields({ plan, disabled, onFormat, onCountry }: FormatFieldsProps) {
  const { format } = plan.preview;
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
      <NativeSelect
        label="Encoding"
        w={160}
        disabled={disabled}
        data={ENCODINGS}
        value={format.encoding}
        onChange={(event) =>
          onFormat({ encoding: event.currentTarget.value as CsvFormat["encoding"] })
        }
      />
      <NativeSelect
        label="Delimiter"
        w={120}
        disabled={disabled}
        data={DELIMITERS}
        value={format.delimiter}
        onChange={(event) =>
          onFormat({ delimiter: event.currentTarget.value as CsvFormat["delimiter"] })
        }
      />
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

const ENCODINGS: { value: CsvFormat["encoding"]; label: string }[] = [
  { value: "utf-8", label: "UTF-8" },
  { value: "utf-16le", label: "UTF-16 LE" },
  { value: "utf-16be", label: "UTF-16 BE" },
  { value: "windows-1252", label: "Windows-1252" },
];

const DELIMITERS: { value: CsvFormat["delimiter"]; label: string }[] = [
  { value: ",", label: "Comma" },
  { value: ";", label: "Semicolon" },
  { value: "\t", label: "Tab" },
  { value: "|", label: "Bar |" },
];
