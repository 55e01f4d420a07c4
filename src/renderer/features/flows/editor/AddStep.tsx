import { Button, Group, Text } from "@mantine/core";
import { newStep, STEP_WORDS, type EditedStep, type StepKind } from "./edited-flow";

/** One button for each kind of step; the step is put at the end. */
export function AddStep({ onAdd }: { readonly onAdd: (step: EditedStep) => void }) {
  return (
    <Group gap={6} role="group" aria-label="Add a step">
      <Text c="dimmed">Add a step:</Text>
      {(Object.keys(STEP_WORDS) as StepKind[]).map((kind) => (
        <Button key={kind} variant="default" size="compact-xs" onClick={() => onAdd(newStep(kind))}>
          {STEP_WORDS[kind]}
        </Button>
      ))}
    </Group>
  );
}
