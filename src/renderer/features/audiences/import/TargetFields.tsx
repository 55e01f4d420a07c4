import { Group, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import type { AudienceId } from "../../../../shared/ids";
import { useRequest } from "../../../api/use-request";
import type { ImportTarget } from "./import-plan";

interface TargetFieldsProps {
  readonly target: ImportTarget;
  /** What is still wrong with it, or null. */
  readonly problem: string | null;
  readonly onChange: (target: ImportTarget) => void;
}

/** Where the contacts go: into a new audience, or to one that is there. */
export function TargetFields({ target, problem, onChange }: TargetFieldsProps) {
  const audiences = useRequest("audiences.list", null);
  const known = audiences.value ?? [];
  return (
    <Group align="flex-start" gap="sm">
      <SegmentedControl
        size="xs"
        mt={22}
        aria-label="Where the contacts go"
        data={[
          { value: "new", label: "New audience" },
          { value: "append", label: "Append to…", disabled: known.length === 0 },
        ]}
        value={target.kind}
        onChange={(kind) =>
          onChange(kind === "new" ? { kind, name: "" } : { kind: "append", audienceId: null })
        }
      />
      {target.kind === "new" ? (
        <TextInput
          label="Name"
          required
          w={320}
          maxLength={120}
          value={target.name}
          error={problem}
          onChange={(event) => onChange({ kind: "new", name: event.currentTarget.value })}
        />
      ) : (
        <NativeSelect
          label="Audience"
          required
          w={320}
          error={problem}
          data={[
            { value: "", label: "Choose an audience" },
            ...known.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={target.audienceId ?? ""}
          onChange={(event) => {
            const chosen = Number(event.currentTarget.value);
            const audienceId = chosen === 0 ? null : (chosen as AudienceId);
            onChange({ kind: "append", audienceId });
          }}
        />
      )}
    </Group>
  );
}
