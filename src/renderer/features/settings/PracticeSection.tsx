import { NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import type { PracticeMix } from "../../../shared/settings";
import { formatShare } from "../../ui/format";
import { SavedMark } from "./SavedMark";
import { useSetting } from "./settings-context";
import styles from "./Setting.module.css";

const WORDS: Readonly<Record<keyof PracticeMix, string>> = {
  conversation: "Conversation",
  hung_up_immediately: "Hung up immediately",
  machine: "Answering machine",
  no_answer: "No answer",
  busy: "Busy",
  network_error: "Network error",
  declined: "Declined",
  invalid_number: "Invalid number",
};
const OUTCOMES = Object.keys(WORDS) as (keyof PracticeMix)[];

/** How the practice line's calls end. */
export function PracticeSection() {
  const setting = useSetting("practiceMix");
  const [typed, setTyped] = useState<Partial<Record<keyof PracticeMix, number | string>>>({});
  const [allZero, setAllZero] = useState(false);
  const shown = { ...setting.value, ...typed };
  const mix = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, Number(shown[outcome])]));
  const sum = Object.values(mix).reduce((total, share) => total + share, 0);

  const commit = async () => {
    if (Object.keys(typed).length === 0) return;
    setAllZero(sum === 0);
    if (sum > 0 && (await setting.save(mix))) setTyped({});
  };
  const problem = allZero ? "At least one share must be more than 0." : setting.problem;

  return (
    <>
      <div className={styles.line}>
        <Text className={styles.description}>
          Shares of the outcomes that the practice line gives its calls, for trying out how
          campaigns behave; on a live account they mean nothing.
        </Text>
        <SavedMark saved={setting.saved} />
      </div>
      <div className={styles.mix}>
        {OUTCOMES.map((outcome) => (
          <NumberInput
            key={outcome}
            label={WORDS[outcome]}
            description={formatShare(Number(shown[outcome]), sum)}
            min={0}
            max={100}
            allowNegative={false}
            value={shown[outcome]}
            onChange={(value) => setTyped({ ...typed, [outcome]: value })}
            onBlur={() => void commit()}
            onKeyDown={(event) => {
              if (event.key === "Enter") void commit();
            }}
          />
        ))}
      </div>
      {problem && (
        <Text role="alert" c="var(--status-bad)">
          {problem}
        </Text>
      )}
    </>
  );
}
