import { useLocation } from "wouter";
import { request } from "../../../api/client";
import { PageHeader } from "../../../ui/PageHeader";
import { BackToCampaigns } from "../BackToCampaigns";
import { useCampaigns } from "../campaigns-store";
import { paths } from "../paths";
import { CampaignForm } from "./CampaignForm";
import { EMPTY_FORM } from "./form-values";

export function CreateCampaignPage() {
  const [, navigate] = useLocation();
  const take = useCampaigns((state) => state.take);

  return (
    <>
      <PageHeader title="Create Campaign" above={<BackToCampaigns />} />
      <CampaignForm
        initialValues={EMPTY_FORM}
        submitLabel="Create Campaign"
        onSubmit={async (draft) => {
          const campaign = await request("campaigns.create", draft);
          take(campaign);
          navigate(paths.detail(campaign.id), { replace: true });
        }}
        onCancel={() => navigate(paths.list)}
      />
    </>
  );
}
