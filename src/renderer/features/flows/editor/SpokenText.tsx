import { Button, Menu, Textarea } from "@mantine/core";
import { useRef } from "react";
import styles from "./StepList.module.css";

interface SpokenTextProps {
  readonly label: string;
  readonly value: string;
  readonly variables: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

/** Every contact has these, whatever its file. */
const ALWAYS_THERE = ["name", "first_name", "phone"];

/** A text with variables: {{first_name}} becomes the contact's own. */
export function SpokenText({ label, value, variables, problem, onChange }: SpokenTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (variable: string) => {
    const { selectionStart = value.length, selectionEnd = value.length } = field.current ?? {};
    onChange(`${value.slice(0, selectionStart)}{{${variable}}}${value.slice(selectionEnd)}`);
  };
  const offered = [...new Set([...ALWAYS_THERE, ...variables])];

  return (
    <div className={styles.text}>
      <Textarea
        ref={field}
        label={label}
        dir="auto"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={3_000}
        value={value}
        error={problem}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="subtle" size="compact-xs" mt={4}>
            Insert a variable…
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={280} className={styles.menu}>
          {offered.map((variable) => (
            <Menu.Item key={variable} onClick={() => insert(variable)}>
              {`{{${variable}}}`}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
