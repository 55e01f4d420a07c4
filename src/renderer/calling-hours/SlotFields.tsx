import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useId } from "react";
import type { CallingSlot } from "../../shared/calling-hours";
import styles from "./CallingHoursEditor.module.css";
import { WEEKDAYS } from "./edited-hours";
import { TimeField } from "./TimeField";

interface SlotFieldsProps {
  readonly slot: CallingSlot;
  /** Among those of its day, from 1. */
  readonly place: number;
  readonly problem: string | null;
  readonly onChange: (slot: CallingSlot) => void;
  readonly onRemove: () => void;
}

/** A field for times shows no 24:00: midnight is 00:00 at either end. */
const MIDNIGHT = "00:00";
const END_OF_DAY = "24:00";

export function SlotFields({ slot, place, problem, onChange, onRemove }: SlotFieldsProps) {
  const problemId = useId();
  const name = `${WEEKDAYS[slot.weekday - 1]}, hours ${place}`;
  const state = { invalid: problem !== null, describedBy: problem ? problemId : undefined };
  return (
    <div className={styles.slot}>
      <div className={styles.times}>
        <TimeField
          label={`${name}, from`}
          value={slot.from}
          {...state}
          onCommit={(from) => onChange({ ...slot, from })}
        />
        <span aria-hidden>–</span>
        <TimeField
          label={`${name}, to`}
          value={slot.to === END_OF_DAY ? MIDNIGHT : slot.to}
          {...state}
          onCommit={(to) => onChange({ ...slot, to: to === MIDNIGHT ? END_OF_DAY : to })}
        />
        <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
      {problem && (
        <span id={problemId} className={styles.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}
