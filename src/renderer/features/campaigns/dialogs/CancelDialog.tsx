import { Button, Group, Modal, Text } from "@mantine/core";
import type { Campaign } from "../../../../shared/campaign";
import { formatNumberOf } from "../../../ui/format";
import { CampaignFailureNotice } from "../CampaignFailureNotice";
import { useCampaigns } from "../campaigns-store";
import styles from "./dialogs.module.css";

interface CancelDialogProps {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}

/** Cancelling is for good: says so, and offers Pause instead. */
export function CancelDialog({ campaign, onClose }: CancelDialogProps) {
  const { id, name, status, live } = campaign;
  const failure = useCampaigns((state) => state.failure);
  const busy = useCampaigns((state) => state.busy.has(id));
  const act = useCampaigns((state) => state.act);

  const close = async (action: "cancel" | "pause") => {
    if (await act(id, action)) onClose();
  };

  return (
    <Modal opened onClose={onClose} title={`Cancel Campaign “${name}”?`} size={520}>
      <div className={styles.body}>
        <Text fw={600}>Cancelling is permanent: the campaign can never be resumed.</Text>
        <Text>
          No further call starts; {formatNumberOf(live.figures.pending, "contact")} will not be
          called. {inProgressSentence(live.activeCalls)}
        </Text>
        <Text>
          {status === "IN_PROGRESS"
            ? "If you might go on later, use Pause instead."
            : "It is paused now and can stay so: nothing is called until you press Resume."}
        </Text>
        {failure?.id === id && <CampaignFailureNotice failure={failure} />}
      </div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep the campaign
        </Button>
        {status === "IN_PROGRESS" && (
          <Button variant="default" disabled={busy} onClick={() => void close("pause")}>
            Pause instead
          </Button>
        )}
        <Button color="red.9" loading={busy} onClick={() => void close("cancel")}>
          Cancel Campaign
        </Button>
      </Group>
    </Modal>
  );
}

function inProgressSentence(active: number): string {
  if (active === 0) return "No call is in progress.";
  return active === 1
    ? "The one call in progress finishes."
    : `The ${formatNumberOf(active, "call")} in progress finish.`;
}
