import { Text } from "@mantine/core";
import type { ScriptStep } from "../../../../shared/flow";
import { useState } from "react";
import { AddStep } from "./AddStep";
import { moved, withStep, type EditedStep } from "./edited-flow";
import { StepCard } from "./StepCard";
import styles from "./StepList.module.css";

interface StepListProps {
  readonly steps: readonly EditedStep[];
  /** Columns of the audience that the preview uses: they can be put into texts. */
  readonly variables: readonly string[];
  readonly problemAt: (field: string) => string | undefined;
  readonly onChange: (steps: readonly EditedStep[]) => void;
}

/** The script, step by step, in the order in which the call goes through it. */
export function StepList({ steps, variables, problemAt, onChange }: StepListProps) {
  const [added, setAdded] = useState<string | null>(null);
  const noSteps = problemAt("content.steps");
  const replace = (at: number, step: ScriptStep) =>
    onChange(steps.map((each, index) => (index === at ? { ...each, step } : each)));
  return (
    <>
      <ol className={styles.steps} aria-label="Steps">
        {steps.map(({ key, step }, index) => (
          <StepCard
            key={key}
            number={index + 1}
            of={steps.length}
            step={step}
            isNew={key === added}
            variables={variables}
            problemAt={(field) => problemAt(`content.steps.${index}.${field}`)}
            onChange={(changed) => replace(index, changed)}
            onMove={(by) => onChange(moved(steps, index, by))}
            onRemove={() => onChange(steps.toSpliced(index, 1))}
          />
        ))}
      </ol>
      {noSteps && (
        <Text role="alert" c="var(--status-bad)">
          {noSteps}
        </Text>
      )}
      <AddStep
        onAdd={(step) => {
          setAdded(step.key);
          onChange(withStep(steps, step));
        }}
      />
    </>
  );
}
