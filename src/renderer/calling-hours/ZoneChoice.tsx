import { Radio, Stack } from "@mantine/core";
import { callingHours, type CallingHours } from "../../shared/calling-hours";
import { TimeZoneSelect } from "../ui/TimeZoneSelect";

interface ZoneChoiceProps {
  readonly value: CallingHours;
  readonly onChange: (hours: CallingHours) => void;
}

const CHOICES: readonly {
  readonly zone: CallingHours["zone"];
  readonly label: string;
  readonly description: string;
}[] = [
  {
    zone: "contact",
    label: "Each contact's own time",
    description:
      "A contact whose time zone is not known is not called: it fails with “Time zone not known”.",
  },
  {
    zone: "contact-or-campaign",
    label: "Each contact's own time where it is known, else the campaign's",
    description:
      "A contact whose time zone is not known is called by the campaign's time, which may be night where it is.",
  },
  {
    zone: "campaign",
    label: "The campaign's time",
    description: "Everybody is called by the campaign's time, wherever they are.",
  },
];

/** By whose clock the hours go. */
export function ZoneChoice({ value, onChange }: ZoneChoiceProps) {
  return (
    <>
      <Radio.Group
        label="The hours go by"
        description="A contact that may be in several time zones is called while it is calling hours in all of them."
        value={value.zone}
        onChange={(chosen) =>
          onChange({ ...value, zone: callingHours.shape.zone.catch(value.zone).parse(chosen) })
        }
      >
        <Stack gap="xs" mt={8}>
          {CHOICES.map(({ zone, label, description }) => (
            <Radio key={zone} size="xs" value={zone} label={label} description={description} />
          ))}
        </Stack>
      </Radio.Group>
      {value.zone !== "contact" && (
        <TimeZoneSelect
          label="The campaign's time zone"
          allowDeselect={false}
          maw={320}
          value={value.timeZone}
          onChange={(timeZone) => timeZone && onChange({ ...value, timeZone })}
        />
      )}
    </>
  );
}
