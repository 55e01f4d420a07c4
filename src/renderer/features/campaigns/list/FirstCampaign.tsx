import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import { useAppInfo } from "../../../api/app-info";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { EmptyState } from "../../../ui/EmptyState";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { useCampaigns } from "../campaigns-store";
import { paths } from "../paths";

/** First run: one click sets up a sample and asks to start it, the second starts it. */
export function FirstCampaign() {
  const [, navigate] = useLocation();
  const { account } = useAppInfo();
  // Its numbers are invented: over Twilio each would only fail.
  const offersSample = account.mode !== "live";
  const take = useCampaigns((state) => state.take);
  const ask = useCampaigns((state) => state.ask);
  const sample = useAction(async () => {
    const campaign = await request("sample.install", null);
    take(campaign);
    navigate(paths.detail(campaign.id));
    ask({ kind: "start", id: campaign.id });
  });

  return (
    <>
      {sample.error && <ErrorNotice error={sample.error} onDismiss={sample.clearError} />}
      <EmptyState
        title="No campaigns yet"
        actions={
          <>
            {offersSample && (
              <Button loading={sample.running} onClick={() => void sample.run()}>
                Try it with a sample
              </Button>
            )}
            <Button
              variant={offersSample ? "default" : "filled"}
              onClick={() => navigate(paths.create)}
            >
              Create Campaign
            </Button>
          </>
        }
      >
        A campaign dials every contact of an audience with a voice flow, at the pace that you set.
        {offersSample &&
          " The sample brings 24 contacts with invented numbers, a flow and a campaign: nobody’s phone rings."}
      </EmptyState>
    </>
  );
}
