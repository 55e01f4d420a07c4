import { Text, Title } from "@mantine/core";
import type { CampaignId } from "../../../../shared/ids";
import { useTimeZone } from "../../../api/app-info";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatDayAndTime, formatMoment } from "../../../ui/format";
import styles from "./CampaignDetailPage.module.css";

/** What happened to the campaign, newest first. */
export function ActivityLog({ campaignId }: { readonly campaignId: CampaignId }) {
  const zone = useTimeZone();
  const activity = useRequest("campaigns.activity", { id: campaignId });
  useEvent("campaign.changed", ({ id }) => {
    if (id === campaignId) activity.refresh();
  });
  const lines = [...(activity.value ?? [])].sort((a, b) => b.at - a.at);

  return (
    <section aria-label="Activity" className={styles.card}>
      <Title order={2}>Activity</Title>
      {activity.error && <ErrorNotice error={activity.error} />}
      {activity.value?.length === 0 && <Text c="dimmed">Nothing has happened yet.</Text>}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="Activity, newest first">
        <ol className={styles.activity}>
          {lines.map(({ at, message }) => (
            <li key={`${at} ${message}`}>
              <time dateTime={new Date(at).toISOString()} title={formatDayAndTime(at, zone)}>
                {formatMoment(at, zone, Date.now())}
              </time>
              <span>{message}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
