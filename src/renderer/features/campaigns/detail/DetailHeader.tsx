import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import type { Campaign } from "../../../../shared/campaign";
import { useTimeZone } from "../../../api/app-info";
import { formatDayAndTime, formatMoment } from "../../../ui/format";
import { PageHeader } from "../../../ui/PageHeader";
import { formatPhone } from "../../../ui/phone-number";
import { BackToCampaigns } from "../BackToCampaigns";
import { CampaignStatusBadge } from "../CampaignStatusBadge";
import { useCampaigns } from "../campaigns-store";
import { MainAction } from "../MainAction";
import { paths } from "../paths";

export function DetailHeader({ campaign }: { readonly campaign: Campaign }) {
  const zone = useTimeZone();
  return (
    <PageHeader
      title={campaign.name}
      above={<BackToCampaigns />}
      beside={<CampaignStatusBadge status={campaign.status} />}
      below={[
        `Flow ${campaign.flowName}`,
        `Audience ${campaign.audienceName}`,
        campaign.callerId && `from ${formatPhone(campaign.callerId)}`,
        whenWords(campaign, zone, Date.now()),
      ]
        .filter(Boolean)
        .join(" · ")}
    >
      <MainAction campaign={campaign} />
      <OtherActions campaign={campaign} />
    </PageHeader>
  );
}

function OtherActions({ campaign: { id, status } }: { readonly campaign: Campaign }) {
  const [, navigate] = useLocation();
  const ask = useCampaigns((state) => state.ask);
  switch (status) {
    case "DRAFT":
      return (
        <>
          <Button variant="default" onClick={() => navigate(paths.edit(id))}>
            Edit
          </Button>
          <Button variant="default" onClick={() => ask({ kind: "delete", id })}>
            Delete
          </Button>
        </>
      );
    case "IN_PROGRESS":
    case "PAUSED":
      return (
        <Button variant="default" onClick={() => ask({ kind: "cancel", id })}>
          Cancel Campaign
        </Button>
      );
    case "COMPLETED":
    case "CANCELLED":
      return null;
  }
}

/** When it starts, started or ended; with the schedule's own zone where that is another. */
function whenWords(campaign: Campaign, zone: string, now: number): string {
  const { status, scheduledStart, startsAt, startedAt, endedAt } = campaign;
  if (endedAt !== null) return `ended ${formatMoment(endedAt, zone, now)}`;
  if (startedAt !== null) return `started ${formatMoment(startedAt, zone, now)}`;
  if (status !== "DRAFT" || startsAt === null || !scheduledStart) return "not started";
  const here = `Scheduled for ${formatMoment(startsAt, zone, now)}`;
  const there = scheduledStart.timeZone;
  return there === zone ? here : `${here} (${formatDayAndTime(startsAt, there)} ${there})`;
}
