import type { Campaign, CampaignFigures } from "../../../../shared/campaign";
import { useTimeZone } from "../../../api/app-info";
import { formatCount, formatMoment, formatShare } from "../../../ui/format";
import { StatTile, StatTiles } from "../../../ui/StatTile";

/** Total = Pending + In Progress + Completed + Failed, at every instant. */
export function FigureTiles({ campaign }: { readonly campaign: Campaign }) {
  const zone = useTimeZone();
  const { live, dialing } = campaign;
  const { figures } = live;
  const { declined = 0 } = figures.outcomes;
  return (
    <StatTiles label="Progress">
      <StatTile label="Total" value={formatCount(figures.total)} detail="contacts" />
      <StatTile
        label="Pending"
        tone="pending"
        value={formatCount(figures.pending)}
        detail={`${formatCount(figures.waitingForRetry)} to retry`}
      />
      <StatTile
        label="In Progress"
        tone="active"
        value={formatCount(figures.inProgress)}
        detail={`of ${formatCount(dialing.maxConcurrentCalls)}`}
      />
      <StatTile
        label="Completed"
        tone="good"
        value={formatCount(figures.completed)}
        detail={declined > 0 && `${formatCount(declined)} declined`}
      />
      <StatTile
        label="Failed"
        tone="bad"
        value={formatCount(figures.failed)}
        detail={neverCalledWords(figures)}
      />
      <StatTile
        label="% Complete"
        value={formatShare(figures.completed + figures.failed, figures.total)}
        detail={finishWords(campaign, zone, Date.now())}
      />
    </StatTiles>
  );
}

/** The most frequent reason for which contacts can never be called; null: all failed by being called. */
function neverCalledWords({ outcomes }: CampaignFigures): string | null {
  const [most] = [
    { count: outcomes.invalid_number ?? 0, word: "invalid" },
    { count: outcomes.do_not_call ?? 0, word: "do-not-call" },
    { count: outcomes.time_zone_unknown ?? 0, word: "time zone unknown" },
  ].sort((a, b) => b.count - a.count);
  return most && most.count > 0 ? `${formatCount(most.count)} ${most.word}` : null;
}

function finishWords({ status, live, endedAt }: Campaign, zone: string, now: number): string {
  if (endedAt !== null) return `ended ${formatMoment(endedAt, zone, now)}`;
  if (status !== "IN_PROGRESS" || live.expectedFinish === null) return "";
  return `about ${formatMoment(live.expectedFinish, zone, now)}`;
}
