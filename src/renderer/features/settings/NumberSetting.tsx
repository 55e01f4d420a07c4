import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { SavedMark } from "./SavedMark";
import type { Setting } from "./settings-context";
import styles from "./Setting.module.css";

interface NumberSettingProps {
  readonly label: string;
  /** One sentence: what it does and what happens otherwise. */
  readonly description: string;
  readonly unit: string;
  readonly setting: Setting<number> | Setting<number | null>;
  /** What an empty field means, where it means something; elsewhere it goes back to what it was. */
  readonly emptyMeans?: { readonly value: null; readonly word: string };
}

/** A figure, saved when the field is left or at Enter. */
export function NumberSetting(props: NumberSettingProps) {
  const { setting } = props;
  const [typed, setTyped] = useState<number | string | null>(null);
  const commit = async () => {
    if (typed === null) return;
    const goesBack = typed === "" && !props.emptyMeans;
    if (goesBack || (await setting.save(typed === "" ? null : typed))) setTyped(null);
  };
  return (
    <div className={styles.line}>
      <NumberInput
        label={props.label}
        description={props.description}
        placeholder={props.emptyMeans?.word}
        error={setting.problem}
        value={typed ?? setting.value ?? ""}
        thousandSeparator=","
        hideControls
        suffix={` ${props.unit}`}
        classNames={{ input: styles.figure }}
        onChange={setTyped}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.key === "Enter") void commit();
        }}
      />
      <SavedMark saved={setting.saved} />
    </div>
  );
}
