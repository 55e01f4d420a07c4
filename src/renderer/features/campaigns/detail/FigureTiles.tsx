import type { Campaign } from "../../../../shared/campaign";
import { useTimeZone } from "../../../api/app-info";
import { formatCount, formatMoment, formatShare } from "../../../ui/format";
import { StatTile, StatTiles } from "../../../ui/StatTile";

/** Total = Pending + In Progress + Completed + Failed, at every instant. */
export function FigureTiles({ campaign }: { readonly campaign: Campaign }) {
  const zone = useTimeZone();
  const { live, dialing } = campaign;
  const { figures } = live;
  const { declined = 0, invalid_number: invalid = 0 } = figures.outcomes;
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
        detail={invalid > 0 && `${formatCount(invalid)} invalid`}
      />
      <StatTile
        label="% Complete"
        value={formatShare(figures.completed + figures.failed, figures.total)}
        detail={finishWords(campaign, zone, Date.now())}
      />
    </StatTiles>
  );
}

function finishWords({ status, live, endedAt }: Campaign, zone: string, now: number): string {
  if (endedAt !== null) return `ended ${formatMoment(endedAt, zone, now)}`;
  if (status !== "IN_PROGRESS" || live.expectedFinish === null) return "";
  return `about ${formatMoment(live.expectedFinish, zone, now)}`;
}
