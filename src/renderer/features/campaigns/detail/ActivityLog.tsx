import { Anchor, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import type { CampaignId } from "../../../../shared/ids";
import { useTimeZone } from "../../../api/app-info";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatDayAndTime, formatMoment, formatNumberOf } from "../../../ui/format";
import { paths } from "../paths";
import styles from "./CampaignDetailPage.module.css";

/** As many as anybody looks back here; the page of its own has them all. */
const SHOWN = 50;

/** What happened to the campaign last, newest first. */
export function ActivityLog({ campaignId }: { readonly campaignId: CampaignId }) {
  const zone = useTimeZone();
  const latest = { id: campaignId, kind: null, search: "", offset: 0, limit: SHOWN };
  const activity = useRequest("campaigns.activity", latest);
  useEvent("campaign.changed", ({ id }) => {
    if (id === campaignId) activity.refresh();
  });

  return (
    <section aria-label="Activity" className={styles.card}>
      <div className={styles.cardHead}>
        <Title order={2}>Activity</Title>
        {activity.value && (
          <Anchor component={Link} href={paths.activity(campaignId)} size="sm">
            All {formatNumberOf(activity.value.total, "entry", "entries")}
          </Anchor>
        )}
      </div>
      {activity.error && <ErrorNotice error={activity.error} />}
      {activity.value?.total === 0 && <Text c="dimmed">Nothing has happened yet.</Text>}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="Activity, newest first">
        <ol className={styles.activity}>
          {activity.value?.rows.map(({ id, at, message }) => (
            <li key={id}>
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
