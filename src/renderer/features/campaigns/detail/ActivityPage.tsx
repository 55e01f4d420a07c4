import { Anchor, Button, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link } from "wouter";
import { ACTIVITY_WORDS, type Activity } from "../../../../shared/activity";
import type { Campaign } from "../../../../shared/campaign";
import { useTimeZone } from "../../../api/app-info";
import { request } from "../../../api/client";
import type { PagedRows } from "../../../api/paged-rows";
import { useEvent } from "../../../api/use-event";
import { usePagedRows } from "../../../api/use-paged-rows";
import { useSavedFile } from "../../../api/use-saved-file";
import { EmptyState } from "../../../ui/EmptyState";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatDay, formatTimeToSecond } from "../../../ui/format";
import { ListPage, ListTable } from "../../../ui/ListPage";
import { PageHeader } from "../../../ui/PageHeader";
import { DataTable } from "../../../ui/table/DataTable";
import { CampaignById } from "../CampaignById";
import { paths } from "../paths";
import { activityColumns } from "./activity-columns";
import { changeActivityView, NO_ACTIVITY_FILTER, useActivityView } from "./activity-view";
import styles from "./ActivityPage.module.css";
import { ActivityToolbar } from "./ActivityToolbar";

export function ActivityPage({ id }: { readonly id: number }) {
  return <CampaignById id={id}>{(campaign) => <WholeLog campaign={campaign} />}</CampaignById>;
}

/** Everything that ever happened to a campaign: to be searched, filtered and exported. */
function WholeLog({ campaign }: { readonly campaign: Campaign }) {
  const zone = useTimeZone();
  const [read, setRead] = useState<Activity | null>(null);
  const rows = useActivityRows(campaign);
  const save = useSavedFile(() => request("campaigns.exportActivity", { id: campaign.id }));

  return (
    <ListPage>
      <PageHeader
        title="Activity"
        above={
          <Anchor component={Link} href={paths.detail(campaign.id)} size="sm">
            ‹ {campaign.name}
          </Anchor>
        }
        below={`Times are in ${zone}.`}
      >
        {save.words && <Text role="status">{save.words}</Text>}
        <Button variant="default" loading={save.running} onClick={() => void save.run()}>
          Export CSV…
        </Button>
      </PageHeader>
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clearError} />}
      <ActivityToolbar campaign={campaign} total={rows.total} />
      <ListTable>
        <DataTable
          label="Activity"
          placeName={`activity of campaign ${campaign.id}`}
          columns={activityColumns(zone)}
          rows={rows}
          keyOf={idOf}
          selected={read?.id ?? null}
          onSelect={setRead}
          leastWidth={640}
          empty={<NothingFound campaign={campaign} />}
        />
      </ListTable>
      {read && <WholeLine line={read} zone={zone} />}
    </ListPage>
  );
}

const idOf = ({ id }: Activity) => id;

function useActivityRows({ id }: Campaign): PagedRows<Activity> {
  const view = useActivityView(id);
  const [search] = useDebouncedValue(view.search, 150);
  const query = { id, kind: view.kind, search };
  const rows = usePagedRows(
    JSON.stringify(query),
    (offset, limit) => request("campaigns.activity", { ...query, offset, limit }),
    idOf,
  );
  useEvent("campaign.changed", (changed) => {
    if (changed.id === id) rows.refresh();
  });
  return rows;
}

/** The chosen line in full: the table cuts it off. */
function WholeLine({ line, zone }: { readonly line: Activity; readonly zone: string }) {
  return (
    <section aria-label="Chosen entry" className={styles.line}>
      <Text fw={600}>
        {ACTIVITY_WORDS[line.kind]} · {formatDay(line.at, zone)},{" "}
        {formatTimeToSecond(line.at, zone)}
      </Text>
      <Text>{line.message}</Text>
    </section>
  );
}

function NothingFound({ campaign }: { readonly campaign: Campaign }) {
  const { search, kind } = useActivityView(campaign.id);
  if (search === "" && kind === null) return <EmptyState title="Nothing has happened yet" />;
  return (
    <EmptyState
      title="No entry fits the search and the filter"
      actions={
        <Button
          variant="default"
          onClick={() => changeActivityView(campaign.id, NO_ACTIVITY_FILTER)}
        >
          Show all entries
        </Button>
      }
    />
  );
}
