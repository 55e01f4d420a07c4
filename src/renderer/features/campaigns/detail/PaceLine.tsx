import { Text } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import type { Campaign, DialingSettings } from "../../../../shared/campaign";
import { SECOND } from "../../../../shared/instant";
import { useTimeZone } from "../../../api/app-info";
import { useRequest } from "../../../api/use-request";
import { formatCount, formatNumberOf, formatRate } from "../../../ui/format";
import { bindingWords } from "./binding-words";
import styles from "./CampaignDetailPage.module.css";
import { Sparkline } from "./Sparkline";

/** Set and actual calls a minute, what binds, and the starts of the last hour. */
export function PaceLine({ campaign }: { readonly campaign: Campaign }) {
  const zone = useTimeZone();
  return (
    <section aria-label="Pace" className={styles.paceLine}>
      <Text size="md">{paceWords(campaign, zone, Date.now())}</Text>
      {campaign.startedAt !== null && <LastHour campaign={campaign} />}
    </section>
  );
}

function paceWords({ status, live, dialing, endedAt }: Campaign, zone: string, now: number) {
  const set = formatCount(dialing.callsPerMinute);
  if (status === "IN_PROGRESS") {
    return `Pace ${formatRate(live.actualCallsPerMinute)} of ${set} a minute — ${bindingWords(live.binding, dialing, zone, now)}`;
  }
  const still =
    live.activeCalls > 0 ? `; ${formatNumberOf(live.activeCalls, "call")} still in progress` : "";
  if (status === "PAUSED") return `Pace ${set} a minute — paused: no new calls${still}`;
  if (endedAt !== null) return `Pace was ${set} a minute${still}`;
  return settingsWords(dialing);
}

function settingsWords(dialing: DialingSettings): string {
  const { callsPerMinute, maxConcurrentCalls, maxRetries, retryDelayMinutes } = dialing;
  return [
    `Pace ${formatCount(callsPerMinute)} a minute`,
    `at most ${formatNumberOf(maxConcurrentCalls, "call")} at once`,
    maxRetries === 0
      ? "no retries"
      : `${formatNumberOf(maxRetries, "retry", "retries")}, ${formatCount(retryDelayMinutes)} min apart`,
    `a call lasts at most ${formatCount(dialing.callTimeoutMinutes)} min`,
  ].join(" · ");
}

const REFRESH = 5 * SECOND;

function LastHour({ campaign: { id } }: { readonly campaign: Campaign }) {
  const starts = useRequest("campaigns.starts", { id });
  useInterval(starts.refresh, REFRESH, { autoInvoke: true });
  if (!starts.value) return null;
  return (
    <span className={styles.hour}>
      last hour
      <Sparkline
        values={starts.value}
        label={`Calls started in each minute of the last hour: ${formatCount(starts.value.reduce((sum, each) => sum + each, 0))} in all, at most ${formatCount(Math.max(...starts.value))} in a minute`}
      />
    </span>
  );
}
