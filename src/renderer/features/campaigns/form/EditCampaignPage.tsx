import { Redirect, useLocation } from "wouter";
import { request } from "../../../api/client";
import { PageHeader } from "../../../ui/PageHeader";
import { BackToCampaigns } from "../BackToCampaigns";
import { CampaignById } from "../CampaignById";
import { useCampaigns } from "../campaigns-store";
import { paths } from "../paths";
import { CampaignForm } from "./CampaignForm";
import { valuesOf } from "./form-values";

export function EditCampaignPage({ id }: { readonly id: number }) {
  const [, navigate] = useLocation();
  const take = useCampaigns((state) => state.take);

  return (
    <CampaignById id={id}>
      {(campaign) =>
        campaign.status === "DRAFT" ? (
          <>
            <PageHeader title={`Edit ${campaign.name}`} above={<BackToCampaigns />} />
            <CampaignForm
              initialValues={valuesOf(campaign)}
              submitLabel="Save changes"
              onSubmit={async (draft) => {
                take(await request("campaigns.update", { id: campaign.id, draft }));
                navigate(paths.detail(campaign.id), { replace: true });
              }}
              onCancel={() => navigate(paths.detail(campaign.id))}
            />
          </>
        ) : (
          // It has started by itself, or was started elsewhere: there is nothing to edit any more.
          <Redirect to={paths.detail(campaign.id)} replace />
        )
      }
    </CampaignById>
  );
}
