import { Button, Group, Modal, Text } from "@mantine/core";
import type { Campaign, StartEstimate } from "../../../../shared/campaign";
import { useTimeZone } from "../../../api/app-info";
import { useRequest } from "../../../api/use-request";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { Loading } from "../../../ui/Loading";
import { CampaignFailureNotice, UsageLink } from "../CampaignFailureNotice";
import { useCampaigns } from "../campaigns-store";
import { hoursSentences, paceSentence, startSentence } from "../estimate-sentences";
import { quotaShortage } from "../quota-shortage";
import { Warnings } from "../Warnings";
import styles from "./dialogs.module.css";
import { formatMoment } from "../../../ui/format";

interface StartDialogProps {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}

const ON_BATTERY =
  "This computer runs on its battery. Once it sleeps, as when its lid is closed, no call starts until it wakes.";

/** Says what a start means in figures, and starts when told so. */
export function StartDialog({ campaign, onClose }: StartDialogProps) {
  const { id, name, audienceId, flowId, dialing } = campaign;
  const estimate = useRequest(
    "campaigns.estimate",
    audienceId === null || flowId === null
      ? "skip"
      : { audienceId, flowId, dialing, scheduledStart: null },
  );
  const power = useRequest("app.power", null);
  const failure = useCampaigns((state) => state.failure);
  const busy = useCampaigns((state) => state.busy.has(id));
  const act = useCampaigns((state) => state.act);

  const start = async () => {
    if (await act(id, "start")) onClose();
  };

  return (
    <Modal opened onClose={onClose} title={`Start “${name}”?`} size="md">
      <div className={styles.body}>
        {estimate.error && <ErrorNotice error={estimate.error} />}
        {estimate.loading && <Loading what="the figures" />}
        {estimate.value && <Figures campaign={campaign} estimate={estimate.value} />}
        {power.value?.onBattery && <Warnings warnings={[ON_BATTERY]} />}
        {failure?.id === id && <CampaignFailureNotice failure={failure} />}
      </div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          Not now
        </Button>
        <Button
          data-autofocus
          loading={busy}
          disabled={estimate.loading || estimate.value?.enoughQuota === false}
          onClick={() => void start()}
        >
          Start Campaign
        </Button>
      </Group>
    </Modal>
  );
}

interface FiguresProps {
  readonly campaign: Campaign;
  readonly estimate: StartEstimate;
}

function Figures({ campaign, estimate }: FiguresProps) {
  const zone = useTimeZone();
  const now = Date.now();
  return (
    <>
      {estimate.enoughQuota ? (
        <>
          <Text size="md" fw={600}>
            {startSentence(estimate)}
          </Text>
          <Text>{paceSentence(estimate, campaign.dialing)}</Text>
          {hoursSentences(estimate, zone, now).map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </>
      ) : (
        <ErrorNotice error={quotaShortage(estimate)} action={<UsageLink />} />
      )}
      {campaign.startsAt !== null && campaign.startsAt > now && (
        <Text>
          It is scheduled for {formatMoment(campaign.startsAt, zone, now)}; starting now does not
          wait for that.
        </Text>
      )}
      <Warnings warnings={estimate.warnings} />
    </>
  );
}
