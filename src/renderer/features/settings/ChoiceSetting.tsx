import { SegmentedControl, Text } from "@mantine/core";
import { useId } from "react";
import { SavedMark } from "./SavedMark";
import type { Setting } from "./settings-context";
import styles from "./Setting.module.css";

interface ChoiceSettingProps<T extends string | number> {
  readonly label: string;
  /** One sentence: what it does and what happens otherwise. */
  readonly description: string;
  readonly setting: Setting<T>;
  readonly choices: readonly { readonly value: T; readonly word: string }[];
}

/** One of few, saved when it is chosen. */
export function ChoiceSetting<T extends string | number>(props: ChoiceSettingProps<T>) {
  const { label, description, setting, choices } = props;
  const id = useId();
  return (
    <div className={styles.choice}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <span className={styles.description}>{description}</span>
      <div className={styles.line}>
        <SegmentedControl
          size="xs"
          aria-labelledby={id}
          data={choices.map(({ value, word }) => ({ value: String(value), label: word }))}
          value={String(setting.value)}
          onChange={(chosen) =>
            void setting.save(choices.find(({ value }) => String(value) === chosen)?.value)
          }
        />
        <SavedMark saved={setting.saved} />
      </div>
      {setting.problem && (
        <Text role="alert" c="var(--status-bad)">
          {setting.problem}
        </Text>
      )}
    </div>
  );
}
