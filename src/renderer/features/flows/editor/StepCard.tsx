import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { ScriptStep } from "../../../../shared/flow";
import { STEP_WORDS } from "./edited-flow";
import { StepFields } from "./StepFields";
import styles from "./StepList.module.css";

interface StepCardProps {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly step: ScriptStep;
  /** It was added a moment ago: its first field takes the focus. */
  readonly isNew: boolean;
  readonly variables: readonly string[];
  readonly problemAt: (field: string) => string | undefined;
  readonly onChange: (step: ScriptStep) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function StepCard(props: StepCardProps) {
  const { number, step, isNew } = props;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNew) card.current?.querySelector<HTMLElement>("textarea, input, select")?.focus();
  }, [isNew]);

  const name = `step ${number}, ${STEP_WORDS[step.kind]}`;
  return (
    <li ref={card} className={styles.step}>
      <div className={styles.head}>
        <span className={styles.title}>
          {number}. {STEP_WORDS[step.kind]}
        </span>
        <ActionIcon
          aria-label={`Move up ${name}`}
          {...unavailable(number === 1)}
          onClick={() => props.onMove(-1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={`Move down ${name}`}
          {...unavailable(number === props.of)}
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
          isLast={number === props.of}
          variables={props.variables}
          problemAt={props.problemAt}
          onChange={props.onChange}
        />
      </div>
    </li>
  );
}

/** Looks disabled but keeps the focus, which a step that has been moved to an end would lose. */
function unavailable(is: boolean) {
  return { "aria-disabled": is, "data-disabled": is || undefined };
}
