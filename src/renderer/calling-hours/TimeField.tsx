import { TextInput } from "@mantine/core";
import { useState } from "react";
import styles from "./CallingHoursEditor.module.css";

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onCommit: (time: string) => void;
}

/** A time of day. It is taken when the field is left or at Enter: 9 on the way to 19 is nobody's wish. */
export function TimeField({ label, value, invalid, describedBy, onCommit }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed !== value) onCommit(typed);
    setTyped(null);
  };
  return (
    <TextInput
      type="time"
      aria-label={label}
      aria-describedby={describedBy}
      error={invalid}
      value={typed ?? value}
      classNames={{ root: styles.time }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        commit();
      }}
    />
  );
}
