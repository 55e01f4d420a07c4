import { NumberInput, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import { audienceName, type Audience } from "../../../../shared/audience";
import type { SplitBy } from "../../../../shared/audience-copy";
import type { ContactSelection } from "../../../../shared/contact";
import { paths } from "../paths";
import { CopyDialog } from "./CopyDialog";
import { useAudienceCopy, type Copy } from "./use-audience-copy";

interface SplitDialogProps {
  readonly audience: Audience;
  /** What the table shows; null: everybody. */
  readonly selection: ContactSelection | null;
  readonly onClose: () => void;
}

/** Two audiences of one: those that the table shows and the others, or a share at random and the rest. */
export function SplitDialog({ audience, selection, onClose }: SplitDialogProps) {
  const [, navigate] = useLocation();
  const [kind, setKind] = useState<SplitBy["kind"]>(selection ? "selection" : "random");
  const [percent, setPercent] = useState<number | string>(50);
  const [first, setFirst] = useState(`${audience.name} A`);
  const [second, setSecond] = useState(`${audience.name} B`);
  const copying = useAudienceCopy(audience.id, () => {
    onClose();
    navigate(paths.list);
  });
  const by = splitOf(kind, selection, Number(percent));
  return (
    <CopyDialog
      title="Split the audience"
      verb="Split"
      copy={copyOf(first, second, by)}
      copying={copying}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>Two audiences are made of it. “{audience.name}” itself stays as it is.</Text>
        <Radio.Group
          label="The first part"
          value={kind}
          onChange={(value) => setKind(value === "selection" ? value : "random")}
        >
          <Radio
            mt={4}
            value="selection"
            disabled={selection === null}
            label="Contacts that the table shows"
            description={selection === null ? "Search or filter first." : undefined}
          />
          <Radio mt={4} value="random" label="A share, chosen at random" />
        </Radio.Group>
        {kind === "random" && (
          <NumberInput
            label="Share of the first part (%)"
            min={1}
            max={99}
            allowDecimal={false}
            value={percent}
            error={by ? null : "The share must be between 1 and 99 %."}
            onChange={setPercent}
          />
        )}
        <NameInput label="Name of the first part" value={first} onChange={setFirst} />
        <NameInput label="Name of the rest" value={second} onChange={setSecond} />
      </Stack>
    </CopyDialog>
  );
}

interface NameInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NameInput({ label, value, onChange }: NameInputProps) {
  const checked = audienceName.safeParse(value);
  return (
    <TextInput
      label={label}
      required
      maxLength={120}
      value={value}
      error={checked.success ? null : checked.error.issues[0]?.message}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function splitOf(
  kind: SplitBy["kind"],
  selection: ContactSelection | null,
  percent: number,
): SplitBy | null {
  if (kind === "selection") return selection && { kind, selection };
  return percent >= 1 && percent <= 99 ? { kind, share: percent / 100 } : null;
}

function copyOf(first: string, second: string, by: SplitBy | null): Copy | null {
  const names = [audienceName.safeParse(first), audienceName.safeParse(second)] as const;
  if (!by || !names[0].success || !names[1].success) return null;
  return { kind: "split", names: [names[0].data, names[1].data], by };
}
