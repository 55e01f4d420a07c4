import { Group, Input, SegmentedControl, TextInput } from "@mantine/core";
import { useId } from "react";
import type { ChosenListing } from "./chosen-listing";

interface ListingFieldsProps {
  readonly value: ChosenListing;
  readonly onChange: (value: ChosenListing) => void;
}

/** How long numbers are not called, and why. */
export function ListingFields({ value, onChange }: ListingFieldsProps) {
  const id = useId();
  return (
    <>
      <Group align="flex-end" gap="sm">
        <div>
          <Input.Label id={id} display="block">
            Not called
          </Input.Label>
          <SegmentedControl
            size="xs"
            aria-labelledby={id}
            data={[
              { value: "for-good", label: "For good" },
              { value: "until", label: "Until a day" },
            ]}
            value={value.lasts}
            onChange={(lasts) => onChange({ ...value, lasts: lasts })}
          />
        </div>
        {value.lasts === "until" && (
          <TextInput
            type="date"
            label="Last day"
            required
            max="9999-12-31"
            value={value.day}
            onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
          />
        )}
      </Group>
      <TextInput
        label="Note"
        description="Who asked for it, or where the list is from. Optional."
        maxLength={500}
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
      />
    </>
  );
}
