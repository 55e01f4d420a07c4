import { Group, Select, Text, type SelectProps } from "@mantine/core";
import { offsetName, timeZones, zonesFor } from "./time-zones";

interface TimeZoneSelectProps extends SelectProps {
  /** Offsets are shown as they are on that day. */
  readonly day?: Date;
}

export function TimeZoneSelect({ day = new Date(), ...input }: TimeZoneSelectProps) {
  return (
    <Select
      placeholder="Type a city"
      searchable
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
