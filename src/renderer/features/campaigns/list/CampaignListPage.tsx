import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useLocation } from "wouter";
import type { Campaign } from "../../../../shared/campaign";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatCount, formatNumberOf } from "../../../ui/format";
import { ListPage, ListTable } from "../../../ui/ListPage";
import { Loading } from "../../../ui/Loading";
import { PageHeader } from "../../../ui/PageHeader";
import { DataTable } from "../../../ui/table/DataTable";
import { useLocalRows } from "../../../ui/table/local-rows";
import { PageFailureNotice } from "../CampaignFailureNotice";
import { useCampaigns } from "../campaigns-store";
import { paths } from "../paths";
import { CampaignFilters } from "./CampaignFilters";
import { campaignColumns } from "./campaign-columns";
import styles from "./CampaignListPage.module.css";
import { FirstCampaign } from "./FirstCampaign";
import { campaignsInView, sortAfter, useListView } from "./list-view";
import { NoCampaignFound } from "./NoCampaignFound";

export function CampaignListPage() {
  const campaigns = useCampaigns((state) => state.campaigns);
  const [, navigate] = useLocation();

  return (
    <ListPage>
      <PageHeader title="Campaigns" beside={campaigns && <Count campaigns={campaigns} />}>
        <Button onClick={() => navigate(paths.create)}>+ Create Campaign</Button>
      </PageHeader>
      <PageFailureNotice />
      <LoadFailure />
      {campaigns && <Campaigns campaigns={campaigns} />}
    </ListPage>
  );
}

function Count({ campaigns }: { readonly campaigns: readonly Campaign[] }) {
  const shown = campaignsInView(campaigns, useListView()).length;
  if (campaigns.length === 0) return null;
  const all = formatNumberOf(campaigns.length, "campaign");
  return (
    <span role="status" className={styles.count}>
      {shown === campaigns.length ? all : `${formatCount(shown)} of ${all}`}
    </span>
  );
}

/** What stands there until the campaigns do, and above them when asking for them again failed. */
function LoadFailure() {
  const loaded = useCampaigns((state) => state.campaigns !== null);
  const error = useCampaigns((state) => state.loadError);
  const load = useCampaigns((state) => state.load);
  if (error) {
    return (
      <ErrorNotice error={error} action={<Button onClick={() => void load()}>Try again</Button>} />
    );
  }
  return loaded ? null : <Loading what="campaigns" />;
}

function Campaigns({ campaigns }: { readonly campaigns: readonly Campaign[] }) {
  return campaigns.length === 0 ? <FirstCampaign /> : <CampaignTable campaigns={campaigns} />;
}

function CampaignTable({ campaigns }: { readonly campaigns: readonly Campaign[] }) {
  const view = useListView();
  const [, navigate] = useLocation();
  const wide = useMediaQuery("(min-width: 1200px)");
  const rows = useLocalRows(campaignsInView(campaigns, view), campaignKey);

  return (
    <>
      <CampaignFilters campaigns={campaigns} />
      <ListTable>
        <DataTable
          label="Campaigns"
          columns={campaignColumns(wide)}
          rows={rows}
          keyOf={campaignKey}
          sort={view.sort ?? undefined}
          onSort={(pressed) => useListView.setState({ sort: sortAfter(view.sort, pressed) })}
          onSelect={(campaign) => {
            if (campaign) navigate(paths.detail(campaign.id));
          }}
          leastWidth={780}
          empty={<NoCampaignFound />}
        />
      </ListTable>
    </>
  );
}

const campaignKey = ({ id }: Campaign) => id;
