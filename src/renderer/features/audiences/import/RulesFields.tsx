import { Checkbox, Group, NativeSelect } from "@mantine/core";
import type { DuplicateRule, ImportRules } from "../../../../shared/audience";

interface RulesFieldsProps {
  readonly rules: ImportRules;
  readonly onChange: (rules: ImportRules) => void;
}

/** What becomes of rows that are fine in themselves. */
export function RulesFields({ rules, onChange }: RulesFieldsProps) {
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label="Numbers that come twice"
        description="In the file, or in the audience already"
        w={320}
        data={DUPLICATE_RULES}
        value={rules.duplicates}
        onChange={(event) =>
          onChange({ ...rules, duplicates: event.currentTarget.value as DuplicateRule })
        }
      />
      <Checkbox
        mb={6}
        label="Skip numbers on the do-not-call list"
        checked={rules.skipDoNotCall}
        onChange={(event) => onChange({ ...rules, skipDoNotCall: event.currentTarget.checked })}
      />
    </Group>
  );
}

const DUPLICATE_RULES: { value: DuplicateRule; label: string }[] = [
  { value: "skip", label: "Skip: the first one stays" },
  { value: "update", label: "Update: the later row is right" },
  { value: "keep", label: "Keep: each is called on its own" },
];
