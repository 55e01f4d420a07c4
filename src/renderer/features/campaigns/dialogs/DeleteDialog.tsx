import { Button, Group, Modal, Text } from "@mantine/core";
import { useLocation } from "wouter";
import type { Campaign } from "../../../../shared/campaign";
import { CampaignFailureNotice } from "../CampaignFailureNotice";
import { useCampaigns } from "../campaigns-store";
import { paths } from "../paths";
import styles from "./dialogs.module.css";

interface DeleteDialogProps {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}

export function DeleteDialog({ campaign, onClose }: DeleteDialogProps) {
  const { id, name } = campaign;
  const [, navigate] = useLocation();
  const failure = useCampaigns((state) => state.failure);
  const busy = useCampaigns((state) => state.busy.has(id));
  const act = useCampaigns((state) => state.act);

  const remove = async () => {
    if (!(await act(id, "delete"))) return;
    onClose();
    navigate(paths.list);
  };

  return (
    <Modal opened onClose={onClose} title={`Delete the draft “${name}”?`} size="md">
      <div className={styles.body}>
        <Text>
          It has called nobody. Its settings are gone for good; the audience and the flow stay.
        </Text>
        {failure?.id === id && <CampaignFailureNotice failure={failure} />}
      </div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep the draft
        </Button>
        <Button color="red.9" loading={busy} onClick={() => void remove()}>
          Delete
        </Button>
      </Group>
    </Modal>
  );
}
