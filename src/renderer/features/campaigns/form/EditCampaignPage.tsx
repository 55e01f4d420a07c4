import { useEffect, useState } from "react";
import { Redirect, useLocation } from "wouter";
import type { AppError } from "../../../../shared/app-error";
import type { Campaign } from "../../../../shared/campaign";
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
  const [openedAsDraft] = useState(() => isDraft(id));

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
          <NoDraftAnyMore campaign={campaign} wasEdited={openedAsDraft} />
        )
      }
    </CampaignById>
  );
}

interface NoDraftAnyMoreProps {
  readonly campaign: Campaign;
  readonly wasEdited: boolean;
}

/** It has started by itself, or was started elsewhere: what stood in the form is gone, and is said to be. */
function NoDraftAnyMore({ campaign: { id, name }, wasEdited }: NoDraftAnyMoreProps) {
  const fail = useCampaigns((state) => state.fail);
  useEffect(() => {
    if (wasEdited) fail({ id, error: startedMeanwhile(name) });
  }, [wasEdited, fail, id, name]);
  return <Redirect to={paths.detail(id)} replace />;
}

const startedMeanwhile = (name: string): AppError => ({
  kind: "refused",
  message: `“${name}” was started while you were editing it: changes in the form were not saved.`,
  advice: "It runs with the settings it had. If they are wrong, press Pause or Cancel Campaign.",
});

function isDraft(id: number): boolean {
  const { campaigns } = useCampaigns.getState();
  return campaigns?.find((known) => known.id === id)?.status === "DRAFT";
}
