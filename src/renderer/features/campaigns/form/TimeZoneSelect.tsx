import { Group, Select, Text, type SelectProps } from "@mantine/core";
import { offsetName, timeZones, zonesFor } from "./time-zones";

interface TimeZoneSelectProps extends SelectProps {
  /** Whether a Scheduled Start is set. */
  readonly required: boolean;
  /** Offsets are shown as they are on that day. */
  readonly startLocal: string;
}

export function TimeZoneSelect({ required, startLocal, ...input }: TimeZoneSelectProps) {
  const day = startLocal ? new Date(startLocal) : new Date();
  return (
    <Select
      label="Timezone"
      withAsterisk={required}
      placeholder="Type a city"
      searchable
      clearable={!required}
      limit={60}
      data={timeZones}
      filter={({ options, search }) => zonesFor(options.filter(isOption), search)}
      nothingFoundMessage="No such zone. Type a city, such as Chicago."
      renderOption={({ option }) => (
        <Group justify="space-between" wrap="nowrap" w="100%">
          <span>{option.value}</span>
          <Text component="span" c="dimmed">
            {offsetName(option.value, day)}
          </Text>
        </Group>
      )}
      {...input}
    />
  );
}

function isOption<T extends object>(option: T): option is Extract<T, { value: string }> {
  return "value" in option;
}
