import { ActionIcon, Menu } from "@mantine/core";
import { IconCopy, IconPlus } from "@tabler/icons-react";
import { slotProblem, type CallingSlot } from "../../shared/calling-hours";
import styles from "./CallingHoursEditor.module.css";
import { ALL_DAYS, copyDay, nextSlot, slotsOf, WEEKDAYS, WORKING_DAYS } from "./edited-hours";
import { SlotFields } from "./SlotFields";

interface DayRowProps {
  readonly weekday: number;
  /** Of the whole week. */
  readonly slots: readonly CallingSlot[];
  readonly onChange: (slots: CallingSlot[]) => void;
}

/** The hours of one day: change, add, remove them, or copy them to other days. */
export function DayRow({ weekday, slots, onChange }: DayRowProps) {
  const day = WEEKDAYS[weekday - 1];
  const ofDay = slotsOf(slots, weekday);
  const next = nextSlot(slots, weekday);
  return (
    <div role="group" aria-label={day} className={styles.day}>
      <span className={styles.weekday}>{day}</span>
      <div className={styles.slots}>
        {ofDay.length === 0 && <span className={styles.none}>No calls</span>}
        {ofDay.map((slot, place) => (
          <SlotFields
            key={place}
            slot={slot}
            place={place + 1}
            problem={slotProblem(slot, slots)}
            onChange={(changed) => onChange(slots.map((one) => (one === slot ? changed : one)))}
            onRemove={() => onChange(slots.filter((one) => one !== slot))}
          />
        ))}
      </div>
      <div className={styles.actions}>
        <ActionIcon
          aria-label={`Add hours to ${day}`}
          disabled={next === null}
          onClick={() => next && onChange([...slots, next])}
        >
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={`Copy the hours of ${day}`}>
              <IconCopy size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onChange(copyDay(slots, weekday, WORKING_DAYS))}>
              To Monday to Friday
            </Menu.Item>
            <Menu.Item onClick={() => onChange(copyDay(slots, weekday, ALL_DAYS))}>
              To every day
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}
