import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { audienceName, type Audience } from "../../../../shared/audience";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { ErrorNotice } from "../../../ui/ErrorNotice";

interface RenameDialogProps {
  readonly audience: Audience;
  readonly onClose: () => void;
}

export function RenameDialog({ audience, onClose }: RenameDialogProps) {
  const [name, setName] = useState(audience.name);
  const checked = audienceName.safeParse(name);
  const rename = useAction(async () => {
    await request("audiences.rename", { id: audience.id, name });
    onClose();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (checked.success) void rename.run();
  };

  return (
    <Modal opened title="Rename the audience" onClose={onClose}>
      <form onSubmit={submit}>
        <TextInput
          label="Name"
          required
          data-autofocus
          maxLength={120}
          value={name}
          error={checked.success ? null : checked.error.issues[0]?.message}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {rename.error && <ErrorNotice error={rename.error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={rename.running} disabled={!checked.success}>
            Rename
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
