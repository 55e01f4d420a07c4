import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Campaign } from "../../../shared/campaign";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { Loading } from "../../ui/Loading";
import { BackToCampaigns } from "./BackToCampaigns";
import { useCampaigns } from "./campaigns-store";

interface CampaignByIdProps {
  readonly id: number;
  readonly children: (campaign: Campaign) => ReactNode;
}

/** Shows the campaign once it is there, and says so when there is none. */
export function CampaignById({ id, children }: CampaignByIdProps) {
  const campaign = useCampaigns((state) => state.campaigns?.find((known) => known.id === id));
  const loaded = useCampaigns((state) => state.campaigns !== null);
  const error = useCampaigns((state) => state.loadError);
  const load = useCampaigns((state) => state.load);

  if (campaign) return children(campaign);
  if (error) {
    return (
      <ErrorNotice error={error} action={<Button onClick={() => void load()}>Try again</Button>} />
    );
  }
  if (!loaded) return <Loading what="the campaign" />;
  return (
    <ErrorNotice
      error={{
        kind: "not-found",
        message: "This campaign is not there: it has been deleted.",
        advice: "Its audience and its flow are still there.",
      }}
      action={<BackToCampaigns />}
    />
  );
}
