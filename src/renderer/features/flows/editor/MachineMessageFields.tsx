import { NativeSelect, Text } from "@mantine/core";
import type { MachineMessage } from "../../../../shared/flow";
import { LANGUAGES } from "./languages";
import styles from "./MachineMessageFields.module.css";
import { SpokenText } from "./SpokenText";

interface MachineMessageFieldsProps {
  /** An empty text: none. */
  readonly message: MachineMessage;
  readonly variables: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (message: MachineMessage) => void;
}

/** What is left on an answering machine instead of the steps. */
export function MachineMessageFields(props: MachineMessageFieldsProps) {
  const { message, variables, problem, onChange } = props;
  return (
    <section aria-label="For answering machines" className={styles.message}>
      <SpokenText
        label="When a machine answers, say"
        value={message.text}
        variables={variables}
        problem={problem}
        onChange={(text) => onChange({ ...message, text })}
      />
      <NativeSelect
        label="Language"
        className={styles.language}
        data={LANGUAGES}
        value={message.language}
        onChange={(event) => onChange({ ...message, language: event.currentTarget.value })}
      />
      <Text size="sm" c="dimmed">
        Said after the beep by campaigns that leave machines a message. Empty: a machine hears the
        steps above.
      </Text>
    </section>
  );
}
