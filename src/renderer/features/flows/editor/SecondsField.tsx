import { NumberInput } from "@mantine/core";
import styles from "./StepList.module.css";

interface SecondsFieldProps {
  readonly label: string;
  readonly most: number;
  readonly value: number;
  readonly onChange: (seconds: number) => void;
}

/** Whole seconds from 1 up; what is out of bounds is put right when the field is left. */
export function SecondsField({ label, most, value, onChange }: SecondsFieldProps) {
  return (
    <NumberInput
      label={label}
      className={styles.short}
      min={1}
      max={most}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
      suffix=" s"
      value={value}
      onChange={(seconds) => onChange(typeof seconds === "number" ? seconds : 1)}
    />
  );
}
