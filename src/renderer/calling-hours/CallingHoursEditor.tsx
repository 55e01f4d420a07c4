import { Button, Menu } from "@mantine/core";
import type { CallingHours } from "../../shared/calling-hours";
import styles from "./CallingHoursEditor.module.css";
import { DayRow } from "./DayRow";
import { ALL_DAYS } from "./edited-hours";
import { PRESETS } from "./presets";
import { ZoneChoice } from "./ZoneChoice";

interface CallingHoursEditorProps {
  readonly value: CallingHours;
  /** Told of every change that is meant, of one that cannot be used too. */
  readonly onChange: (hours: CallingHours) => void;
}

/** A week of calling hours, and by whose clock they go. What is wrong with a slot stands beside it. */
export function CallingHoursEditor({ value, onChange }: CallingHoursEditorProps) {
  return (
    <div className={styles.editor}>
      <div role="group" aria-label="Calling hours of the week">
        {ALL_DAYS.map((weekday) => (
          <DayRow
            key={weekday}
            weekday={weekday}
            slots={value.slots}
            onChange={(slots) => onChange({ ...value, slots })}
          />
        ))}
      </div>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" className={styles.presets}>
            Hours that laws name…
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {PRESETS.map(({ name, source, hours }) => (
            <Menu.Item key={name} onClick={() => onChange({ ...value, ...hours })}>
              {name}
              <div className={styles.source}>{source}</div>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ZoneChoice value={value} onChange={onChange} />
    </div>
  );
}
