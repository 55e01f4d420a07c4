import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import type { ScriptStep } from "../../../../shared/flow";
import { STEP_WORDS } from "./edited-flow";
import { StepFields } from "./StepFields";
import styles from "./StepList.module.css";

interface StepCardProps {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly step: ScriptStep;
  readonly variables: readonly string[];
  readonly problemAt: (field: string) => string | undefined;
  readonly onChange: (step: ScriptStep) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function StepCard(props: StepCardProps) {
  const { number, step } = props;
  const name = `step ${number}, ${STEP_WORDS[step.kind]}`;
  return (
    <li className={styles.step}>
      <div className={styles.head}>
        <span className={styles.title}>
          {number}. {STEP_WORDS[step.kind]}
        </span>
        <ActionIcon
          aria-label={`Move up ${name}`}
          disabled={number === 1}
          onClick={() => props.onMove(-1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={`Move down ${name}`}
          disabled={number === props.of}
          onClick={() => props.onMove(1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={`Remove ${name}`} onClick={props.onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </div>
      <div className={styles.fields}>
        <StepFields
          step={step}
          variables={props.variables}
          problemAt={props.problemAt}
          onChange={props.onChange}
        />
      </div>
    </li>
  );
}
