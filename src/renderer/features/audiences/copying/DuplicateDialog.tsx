import { Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import { audienceName, type Audience } from "../../../../shared/audience";
import { formatNumberOf } from "../../../ui/format";
import { paths } from "../paths";
import { CopyDialog } from "./CopyDialog";
import { useAudienceCopy } from "./use-audience-copy";

interface DuplicateDialogProps {
  readonly audience: Audience;
  readonly onClose: () => void;
}

export function DuplicateDialog({ audience, onClose }: DuplicateDialogProps) {
  const [, navigate] = useLocation();
  const [name, setName] = useState(`${audience.name} copy`);
  const checked = audienceName.safeParse(name);
  const copying = useAudienceCopy(audience.id, ([made]) => {
    onClose();
    if (made) navigate(paths.detail(made));
  });
  return (
    <CopyDialog
      title="Duplicate the audience"
      verb="Duplicate"
      copy={checked.success ? { kind: "duplicate", name: checked.data } : null}
      copying={copying}
      onClose={onClose}
    >
      <Text mb="sm">
        The copy has its {formatNumberOf(audience.contacts, "contact")}, and no campaign needs it.
      </Text>
      <TextInput
        label="Name"
        required
        data-autofocus
        maxLength={120}
        value={name}
        error={checked.success ? null : checked.error.issues[0]?.message}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </CopyDialog>
  );
}
