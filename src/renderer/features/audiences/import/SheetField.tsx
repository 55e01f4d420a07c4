import { NativeSelect } from "@mantine/core";
import type { ChosenFormat } from "../../../../shared/audience";

interface SheetFieldProps {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly disabled: boolean;
  readonly onFormat: (change: ChosenFormat) => void;
}

export function SheetField({ sheets, sheet, disabled, onFormat }: SheetFieldProps) {
  return (
    <NativeSelect
      label="Sheet"
      w={240}
      disabled={disabled || sheets.length === 1}
      data={[...sheets]}
      value={sheet}
      onChange={(event) => onFormat({ sheet: event.currentTarget.value })}
    />
  );
}
