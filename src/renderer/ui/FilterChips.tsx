import { UnstyledButton } from "@mantine/core";
import { formatCount } from "./format";
import styles from "./FilterChips.module.css";

interface FilterChipsProps<Value extends string> {
  /** What is filtered by: "Status". */
  readonly label: string;
  readonly options: readonly ChipOption<Value>[];
  /** Null: everything. */
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

export interface ChipOption<Value extends string> {
  readonly value: Value;
  readonly word: string;
  readonly count?: number;
}

/** One filter as a row of chips with counts; pressing the pressed one takes it away. */
export function FilterChips<Value extends string>({
  label,
  options,
  value,
  onChange,
}: FilterChipsProps<Value>) {
  return (
    <div role="group" aria-label={label} className={styles.chips}>
      {options.map((option) => (
        <UnstyledButton
          key={option.value}
          className={styles.chip}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value === value ? null : option.value)}
        >
          {option.word}
          {option.count !== undefined && (
            <span className={styles.count}>{formatCount(option.count)}</span>
          )}
        </UnstyledButton>
      ))}
    </div>
  );
}
