import { NativeSelect, Text, TextInput } from "@mantine/core";
import type { ScriptStep } from "../../../../shared/flow";
import { LANGUAGES } from "./languages";
import { SecondsField } from "./SecondsField";
import { SpokenText } from "./SpokenText";
import styles from "./StepList.module.css";

interface StepFieldsProps {
  readonly step: ScriptStep;
  readonly isLast: boolean;
  readonly variables: readonly string[];
  readonly problemAt: (field: string) => string | undefined;
  readonly onChange: (step: ScriptStep) => void;
}

/** What can be set of one step, by its kind. */
export function StepFields(props: StepFieldsProps) {
  const { step, isLast, variables, problemAt, onChange } = props;
  switch (step.kind) {
    case "say":
      return (
        <>
          <SpokenText
            label="What is said"
            value={step.text}
            variables={variables}
            problem={problemAt("text")}
            onChange={(text) => onChange({ ...step, text })}
          />
          <NativeSelect
            label="Language"
            className={styles.short}
            data={LANGUAGES}
            value={step.language}
            onChange={(event) => onChange({ ...step, language: event.currentTarget.value })}
          />
        </>
      );
    case "play":
      return (
        <TextInput
          label="Address of a sound file"
          placeholder="https://"
          spellCheck={false}
          className={styles.text}
          value={step.url}
          error={problemAt("url")}
          onChange={(event) => onChange({ ...step, url: event.currentTarget.value })}
        />
      );
    case "pause":
      return (
        <SecondsField
          label="Wait"
          most={60}
          value={step.seconds}
          onChange={(seconds) => onChange({ ...step, seconds })}
        />
      );
    case "gather":
      return (
        <>
          <SpokenText
            label="What is asked"
            value={step.text}
            variables={variables}
            problem={problemAt("text")}
            onChange={(text) => onChange({ ...step, text })}
          />
          <NativeSelect
            label="Answer"
            className={styles.short}
            data={ANSWERS}
            value={step.input}
            onChange={(event) =>
              onChange({ ...step, input: event.currentTarget.value as typeof step.input })
            }
          />
          <SecondsField
            label="Wait for the answer"
            most={60}
            value={step.timeoutSeconds}
            onChange={(timeoutSeconds) => onChange({ ...step, timeoutSeconds })}
          />
        </>
      );
    case "record":
      return (
        <>
          <SpokenText
            label="What is said before"
            value={step.text}
            variables={variables}
            problem={problemAt("text")}
            onChange={(text) => onChange({ ...step, text })}
          />
          <SecondsField
            label="At most"
            most={3_600}
            value={step.maxSeconds}
            onChange={(maxSeconds) => onChange({ ...step, maxSeconds })}
          />
        </>
      );
    case "transfer":
      return (
        <TextInput
          label="To the number"
          placeholder="+14155550123"
          className={styles.short}
          value={step.to}
          error={problemAt("to")}
          onChange={(event) => onChange({ ...step, to: event.currentTarget.value.trim() })}
        />
      );
    case "hang_up":
      return (
        <Text c="dimmed">
          The call ends here{isLast ? "." : ": the steps below are never reached."}
        </Text>
      );
  }
}

const ANSWERS = [
  { value: "digits", label: "Digits" },
  { value: "speech", label: "Speech" },
  { value: "digits-or-speech", label: "Digits or speech" },
];
