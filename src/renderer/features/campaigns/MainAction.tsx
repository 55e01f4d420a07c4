import { Button, type ButtonProps } from "@mantine/core";
import type { Campaign } from "../../../shared/campaign";
import { useCampaigns } from "./campaigns-store";

interface MainActionProps {
  readonly campaign: Campaign;
  readonly size?: ButtonProps["size"];
}

/** The one action that fits the campaign's status: Start Campaign, Pause or Resume. */
export function MainAction({ campaign, size = "xs" }: MainActionProps) {
  const act = useCampaigns((state) => state.act);
  const ask = useCampaigns((state) => state.ask);
  const busy = useCampaigns((state) => state.busy.has(campaign.id));
  const { id } = campaign;

  switch (campaign.status) {
    case "DRAFT":
      return (
        <Button size={size} loading={busy} onClick={() => ask({ kind: "start", id })}>
          Start Campaign
        </Button>
      );
    case "IN_PROGRESS":
      return (
        <Button size={size} variant="default" loading={busy} onClick={() => void act(id, "pause")}>
          Pause
        </Button>
      );
    case "PAUSED":
      return (
        <Button size={size} loading={busy} onClick={() => void act(id, "resume")}>
          Resume
        </Button>
      );
    case "COMPLETED":
    case "CANCELLED":
      return null;
  }
}
